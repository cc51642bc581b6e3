import { createCallerClient, createServiceClient } from '../_shared/db/client.ts';
import { createLimitRate } from '../_shared/db/rate-limit.ts';
import { createVerifyUser } from '../_shared/http/auth.ts';
import { readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { serve } from '../_shared/http/serve.ts';
import { createCheckCourseMediaHandler } from './handler.ts';
import { mayManage } from './may-manage.ts';
import { createMediaFiles } from './media-files.ts';

export default serve('check-course-media', () => {
  const env = readEnv(supabaseEnv);
  const client = createServiceClient(env);
  return createCheckCourseMediaHandler({
    verifyUser: createVerifyUser(client),
    limitRate: createLimitRate(client),
    mayManage: ({ token }) => mayManage(createCallerClient(env, token)),
    files: createMediaFiles(client),
  });
});
