import { z } from 'zod';
import { callRpc, createCallerClient, createServiceClient } from '../_shared/db/client.ts';
import { createLimitRate } from '../_shared/db/rate-limit.ts';
import { createVerifyUser } from '../_shared/http/auth.ts';
import { readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { serve } from '../_shared/http/serve.ts';
import { createCheckCourseMediaHandler } from './handler.ts';
import { createMediaFiles } from './media-files.ts';

const accessSchema = z.object({ status: z.string(), permissions: z.array(z.string()) });

export default serve('check-course-media', () => {
  const env = readEnv(supabaseEnv);
  const client = createServiceClient(env);
  return createCheckCourseMediaHandler({
    verifyUser: createVerifyUser(client),
    limitRate: createLimitRate(client),
    async mayManage({ token }) {
      const access = await callRpc(createCallerClient(env, token), 'my_access', {}, accessSchema);
      return access.status === 'active' && access.permissions.includes('catalogue.manage');
    },
    files: createMediaFiles(client),
  });
});
