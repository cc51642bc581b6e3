import { createCallerClient, createServiceClient } from '../_shared/db/client.ts';
import { createOrderStore, findOwnOrder } from '../_shared/db/orders.ts';
import { createOutboxStore } from '../_shared/db/outbox.ts';
import { createLimitRate } from '../_shared/db/rate-limit.ts';
import { createVerifyUser } from '../_shared/http/auth.ts';
import { defaultKey, razorpayEnv, readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { createNudgeWorker } from '../_shared/http/nudge.ts';
import { serve } from '../_shared/http/serve.ts';
import { createRazorpayClient } from '../_shared/vendors/razorpay/client.ts';
import { createVerifyPaymentHandler } from './handler.ts';

export default serve('verify-payment', () => {
  const env = readEnv(supabaseEnv.extend(razorpayEnv.shape));
  const client = createServiceClient(env);
  return createVerifyPaymentHandler({
    verifyUser: createVerifyUser(client),
    limitRate: createLimitRate(client),
    findOwnOrder: ({ id, token }, orderId) => findOwnOrder(createCallerClient(env, token), id, orderId),
    orders: createOrderStore(client),
    outbox: createOutboxStore(client),
    razorpay: createRazorpayClient(env),
    razorpayKeySecret: env.RAZORPAY_KEY_SECRET,
    nudgeWorker: createNudgeWorker(env.SUPABASE_URL, defaultKey(env.SUPABASE_SECRET_KEYS)),
  });
});
