import { createServiceClient } from '../_shared/db/client.ts';
import { createOrderStore } from '../_shared/db/orders.ts';
import { createOutboxStore } from '../_shared/db/outbox.ts';
import { createWebhookStore } from '../_shared/db/webhooks.ts';
import { defaultKey, razorpayWebhookEnv, readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { createNudgeWorker } from '../_shared/http/nudge.ts';
import { serve } from '../_shared/http/serve.ts';
import { createRazorpayWebhookHandler } from './handler.ts';

export default serve('razorpay-webhook', () => {
  const env = readEnv(supabaseEnv.extend(razorpayWebhookEnv.shape));
  const client = createServiceClient(env);
  return createRazorpayWebhookHandler({
    webhookSecrets: env.RAZORPAY_WEBHOOK_SECRETS,
    webhooks: createWebhookStore(client),
    orders: createOrderStore(client),
    outbox: createOutboxStore(client),
    nudgeWorker: createNudgeWorker(env.SUPABASE_URL, defaultKey(env.SUPABASE_SECRET_KEYS)),
  });
});
