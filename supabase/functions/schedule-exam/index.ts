import { createServiceClient } from '../_shared/db/client.ts';
import { createExamStore } from '../_shared/db/exams.ts';
import { createLimitRate } from '../_shared/db/rate-limit.ts';
import { createVerifyUser } from '../_shared/http/auth.ts';
import { defaultKey, readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { createNudgeWorker } from '../_shared/http/nudge.ts';
import { serve } from '../_shared/http/serve.ts';
import { createScheduleExamHandler } from './handler.ts';

export default serve('schedule-exam', () => {
  const env = readEnv(supabaseEnv);
  const client = createServiceClient(env);
  return createScheduleExamHandler({
    verifyUser: createVerifyUser(client),
    limitRate: createLimitRate(client),
    exams: createExamStore(client),
    nudgeWorker: createNudgeWorker(env.SUPABASE_URL, defaultKey(env.SUPABASE_SECRET_KEYS)),
  });
});
