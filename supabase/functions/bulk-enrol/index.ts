import { createCallerClient, createServiceClient } from '../_shared/db/client.ts';
import { createLimitRate } from '../_shared/db/rate-limit.ts';
import { createVerifyUser } from '../_shared/http/auth.ts';
import { defaultKey, readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { createNudgeWorker } from '../_shared/http/nudge.ts';
import { serve } from '../_shared/http/serve.ts';
import { createBulkEnrolHandler } from './handler.ts';
import { createImportActions } from './import-actions.ts';

export default serve('bulk-enrol', () => {
  const env = readEnv(supabaseEnv);
  const client = createServiceClient(env);
  return createBulkEnrolHandler({
    verifyUser: createVerifyUser(client),
    limitRate: createLimitRate(client),
    actionsOf: ({ token }) => createImportActions(createCallerClient(env, token)),
    nudgeWorker: createNudgeWorker(env.SUPABASE_URL, defaultKey(env.SUPABASE_SECRET_KEYS)),
  });
});
