import { createBulkStore } from '../_shared/db/bulk.ts';
import { createCertificateStore } from '../_shared/db/certificates.ts';
import { createServiceClient } from '../_shared/db/client.ts';
import { createExamStore } from '../_shared/db/exams.ts';
import { createImportStore } from '../_shared/db/imports.ts';
import { createInvitationStore } from '../_shared/db/invitations.ts';
import { createMailStore } from '../_shared/db/mails.ts';
import { createOrderStore } from '../_shared/db/orders.ts';
import { createOutboxStore } from '../_shared/db/outbox.ts';
import { createWebhookStore } from '../_shared/db/webhooks.ts';
import { renderCertificate } from '../_shared/documents/certificate/render-certificate.ts';
import { keyValues, readEnv, workerEnv } from '../_shared/http/env.ts';
import { serve } from '../_shared/http/serve.ts';
import { createDispatch } from '../_shared/outbox/dispatch.ts';
import { createCredlyClient } from '../_shared/vendors/credly/client.ts';
import { createEmailClient } from '../_shared/vendors/email/client.ts';
import { createRazorpayClient } from '../_shared/vendors/razorpay/client.ts';
import { createTalviewClient } from '../_shared/vendors/talview/client.ts';
import { createWorkerHandler } from './handler.ts';

/** Half a lease: for a check of all rows at once. */
const importTimeoutMs = 60_000;

export default serve('worker', () => {
  const env = readEnv(workerEnv);
  const client = createServiceClient(env);
  const outbox = createOutboxStore(client);
  const dispatch = createDispatch({
    appUrl: env.APP_URL,
    orders: createOrderStore(client),
    exams: createExamStore(client),
    certificates: createCertificateStore(client),
    bulk: createBulkStore(createServiceClient(env, importTimeoutMs)),
    imports: createImportStore(createServiceClient(env, importTimeoutMs)),
    outbox,
    webhooks: createWebhookStore(client),
    invitations: createInvitationStore(client),
    mails: createMailStore(client),
    renderCertificate,
    razorpay: createRazorpayClient(env),
    talview: createTalviewClient(env),
    credly: createCredlyClient(env),
    email: createEmailClient(env, env.VENDOR_TIMEOUT_MS),
  });
  return createWorkerHandler({
    secretKeys: keyValues(env.SUPABASE_SECRET_KEYS),
    outbox,
    dispatch,
  });
});
