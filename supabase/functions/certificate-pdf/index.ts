import { createCertificateStore, findVisibleCertificate } from '../_shared/db/certificates.ts';
import { createCallerClient, createServiceClient } from '../_shared/db/client.ts';
import { createLimitRate } from '../_shared/db/rate-limit.ts';
import { renderCertificate } from '../_shared/documents/certificate/render-certificate.ts';
import { createVerifyUser } from '../_shared/http/auth.ts';
import { appEnv, defaultKey, readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { createNudgeWorker } from '../_shared/http/nudge.ts';
import { serve } from '../_shared/http/serve.ts';
import { createCertificatePdfHandler } from './handler.ts';

export default serve('certificate-pdf', () => {
  const env = readEnv(supabaseEnv.extend(appEnv.shape));
  const client = createServiceClient(env);
  return createCertificatePdfHandler({
    verifyUser: createVerifyUser(client),
    limitRate: createLimitRate(client),
    findVisible: ({ token }, id) => findVisibleCertificate(createCallerClient(env, token), id),
    certificates: createCertificateStore(client),
    renderCertificate,
    appUrl: env.APP_URL,
    nudgeWorker: createNudgeWorker(env.SUPABASE_URL, defaultKey(env.SUPABASE_SECRET_KEYS)),
  });
});
