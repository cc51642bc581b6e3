import { createServiceClient } from '../_shared/db/client.ts';
import { createLeadStore } from '../_shared/db/leads.ts';
import { defaultKey, readEnv, supabaseEnv } from '../_shared/http/env.ts';
import { createNudgeWorker } from '../_shared/http/nudge.ts';
import { serve } from '../_shared/http/serve.ts';
import { createSubmitEnquiryHandler } from './handler.ts';

export default serve('submit-enquiry', () => {
  const env = readEnv(supabaseEnv);
  const client = createServiceClient(env);
  return createSubmitEnquiryHandler({
    leads: createLeadStore(client),
    nudgeWorker: createNudgeWorker(env.SUPABASE_URL, defaultKey(env.SUPABASE_SECRET_KEYS)),
  });
});
