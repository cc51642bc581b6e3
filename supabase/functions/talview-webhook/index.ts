import { createServiceClient } from '../_shared/db/client.ts';
import { createOutboxStore } from '../_shared/db/outbox.ts';
import { createWebhookStore } from '../_shared/db/webhooks.ts';
import { defaultKey, readEnv, supabaseEnv, talviewWebhookEnv } from '../_shared/http/env.ts';
import { createNudgeWorker } from '../_shared/http/nudge.ts';
import { serve } from '../_shared/http/serve.ts';
import { createTalviewWebhookHandler } from './handler.ts';

export default serve('talview-webhook', () => {
  const env = readEnv(supabaseEnv.extend(talviewWebhookEnv.shape));
  const client = createServiceClient(env);
  return createTalviewWebhookHandler({
    token: env.TALVIEW_WEBHOOK_TOKEN,
    secret: env.TALVIEW_WEBHOOK_SECRET,
    webhooks: createWebhookStore(client),
    outbox: createOutboxStore(client),
    nudgeWorker: createNudgeWorker(env.SUPABASE_URL, defaultKey(env.SUPABASE_SECRET_KEYS)),
  });
});
