import { z } from 'zod';
import { callRpc, createCallerClient, createServiceClient } from '../_shared/db/client.ts';
import { createInvitationStore } from '../_shared/db/invitations.ts';
import { createLimitRate } from '../_shared/db/rate-limit.ts';
import { createVerifyUser } from '../_shared/http/auth.ts';
import { appEnv, readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { serve } from '../_shared/http/serve.ts';
import { createPreviewMailHandler } from './handler.ts';

export default serve('preview-mail', () => {
  const env = readEnv(supabaseEnv.extend(appEnv.shape));
  const client = createServiceClient(env);
  return createPreviewMailHandler({
    verifyUser: createVerifyUser(client),
    limitRate: createLimitRate(client),
    // The database refuses who may not change settings.
    requireRight: async ({ token }) => {
      await callRpc(createCallerClient(env, token), 'list_mail_templates', {}, z.unknown());
    },
    getProductName: createInvitationStore(client).getProductName,
    appUrl: env.APP_URL,
  });
});
