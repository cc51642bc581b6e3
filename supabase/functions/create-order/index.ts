import { createServiceClient } from '../_shared/db/client.ts';
import { createOrderStore } from '../_shared/db/orders.ts';
import { createLimitRate } from '../_shared/db/rate-limit.ts';
import { createVerifyUser } from '../_shared/http/auth.ts';
import { defaultKey, razorpayEnv, readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { createNudgeWorker } from '../_shared/http/nudge.ts';
import { serve } from '../_shared/http/serve.ts';
import { createRazorpayClient } from '../_shared/vendors/razorpay/client.ts';
import { createCreateOrderHandler } from './handler.ts';

export default serve('create-order', () => {
  const env = readEnv(supabaseEnv.extend(razorpayEnv.shape));
  const client = createServiceClient(env);
  return createCreateOrderHandler({
    verifyUser: createVerifyUser(client),
    limitRate: createLimitRate(client),
    orders: createOrderStore(client),
    razorpay: createRazorpayClient(env),
    razorpayKeyId: env.RAZORPAY_KEY_ID,
    nudgeWorker: createNudgeWorker(env.SUPABASE_URL, defaultKey(env.SUPABASE_SECRET_KEYS)),
  });
});
