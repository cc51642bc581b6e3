import { createAccountStore } from '../_shared/db/accounts.ts';
import { createServiceClient } from '../_shared/db/client.ts';
import { createInvitationStore } from '../_shared/db/invitations.ts';
import { createLimitRate } from '../_shared/db/rate-limit.ts';
import { readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { serve } from '../_shared/http/serve.ts';
import { createAcceptInviteHandler } from './handler.ts';

export default serve('accept-invite', () => {
  const client = createServiceClient(readEnv(supabaseEnv));
  return createAcceptInviteHandler({
    limitRate: createLimitRate(client),
    invitations: createInvitationStore(client),
    accounts: createAccountStore(client),
  });
});
