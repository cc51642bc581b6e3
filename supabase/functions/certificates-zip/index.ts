import { createCertificateStore } from '../_shared/db/certificates.ts';
import { createServiceClient } from '../_shared/db/client.ts';
import { createListInstitutionCertificates } from '../_shared/db/institution-certificates.ts';
import { createLimitRate } from '../_shared/db/rate-limit.ts';
import { renderCertificate } from '../_shared/documents/certificate/render-certificate.ts';
import { createVerifyUser } from '../_shared/http/auth.ts';
import { appEnv, defaultKey, readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { createNudgeWorker } from '../_shared/http/nudge.ts';
import { serve } from '../_shared/http/serve.ts';
import { createTickets } from '../_shared/http/ticket.ts';
import { createCertificatesZipHandler } from './handler.ts';
import { ticketPurpose, ticketSchema, ticketSeconds } from './ticket.ts';

export default serve('certificates-zip', () => {
  const env = readEnv(supabaseEnv.extend(appEnv.shape));
  const client = createServiceClient(env);
  const secretKey = defaultKey(env.SUPABASE_SECRET_KEYS);
  return createCertificatesZipHandler({
    verifyUser: createVerifyUser(client),
    limitRate: createLimitRate(client),
    listCertificates: createListInstitutionCertificates(client),
    certificates: createCertificateStore(client),
    renderCertificate,
    tickets: createTickets({ secretKey, purpose: ticketPurpose, schema: ticketSchema, seconds: ticketSeconds }),
    appUrl: env.APP_URL,
    ownUrl: `${env.SUPABASE_URL}/functions/v1/certificates-zip`,
    nudgeWorker: createNudgeWorker(env.SUPABASE_URL, secretKey),
  });
});
