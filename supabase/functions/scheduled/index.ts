import { createServiceClient } from '../_shared/db/client.ts';
import { createExamStore } from '../_shared/db/exams.ts';
import { createImportStore } from '../_shared/db/imports.ts';
import { createOrderStore } from '../_shared/db/orders.ts';
import { createOutboxStore } from '../_shared/db/outbox.ts';
import { defaultKey, keyValues, razorpayEnv, readEnv, supabaseEnv, talviewEnv } from '../_shared/http/env.ts';
import { createNudgeWorker } from '../_shared/http/nudge.ts';
import { serve } from '../_shared/http/serve.ts';
import { createRazorpayClient } from '../_shared/vendors/razorpay/client.ts';
import { createTalviewClient } from '../_shared/vendors/talview/client.ts';
import { createScheduledHandler } from './handler.ts';

export default serve('scheduled', () => {
  const env = readEnv(supabaseEnv.extend({ ...razorpayEnv.shape, ...talviewEnv.shape }));
  const client = createServiceClient(env);
  return createScheduledHandler({
    secretKeys: keyValues(env.SUPABASE_SECRET_KEYS),
    orders: createOrderStore(client),
    exams: createExamStore(client),
    imports: createImportStore(client),
    outbox: createOutboxStore(client),
    razorpay: createRazorpayClient(env),
    talview: createTalviewClient(env),
    nudgeWorker: createNudgeWorker(env.SUPABASE_URL, defaultKey(env.SUPABASE_SECRET_KEYS)),
  });
});
