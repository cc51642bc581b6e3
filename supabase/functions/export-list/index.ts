import { createCallerClient, createServiceClient } from '../_shared/db/client.ts';
import { createListStore } from '../_shared/db/lists.ts';
import { createLimitRate } from '../_shared/db/rate-limit.ts';
import { createVerifyUser } from '../_shared/http/auth.ts';
import { appEnv, readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { serve } from '../_shared/http/serve.ts';
import { createExportListHandler } from './handler.ts';

export default serve('export-list', () => {
  const env = readEnv(supabaseEnv.extend(appEnv.shape));
  const client = createServiceClient(env);
  return createExportListHandler({
    verifyUser: createVerifyUser(client),
    limitRate: createLimitRate(client),
    listsOf: ({ token }) => createListStore(createCallerClient(env, token)),
    appUrl: env.APP_URL,
  });
});
