import { createServiceClient } from '../_shared/db/client.ts';
import { createOutboxStore } from '../_shared/db/outbox.ts';
import { createLimitRate } from '../_shared/db/rate-limit.ts';
import { createWebhookStore } from '../_shared/db/webhooks.ts';
import { credlyOrganizationEnv, defaultKey, readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { createNudgeWorker } from '../_shared/http/nudge.ts';
import { serve } from '../_shared/http/serve.ts';
import { createCredlyWebhookHandler } from './handler.ts';

export default serve('credly-webhook', () => {
  const env = readEnv(supabaseEnv.extend(credlyOrganizationEnv.shape));
  const client = createServiceClient(env);
  return createCredlyWebhookHandler({
    organizationId: env.CREDLY_ORGANIZATION_ID,
    limitRate: createLimitRate(client),
    webhooks: createWebhookStore(client),
    outbox: createOutboxStore(client),
    nudgeWorker: createNudgeWorker(env.SUPABASE_URL, defaultKey(env.SUPABASE_SECRET_KEYS)),
  });
});
