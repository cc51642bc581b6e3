import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { jobDetailSchema } from '../schemas';
import { operationKeys } from './keys';

async function getJob(id: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('get_outbox_job', { p_id: id }).abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = jobDetailSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** One job with what it is about, masked. Throws `job_not_found`. */
export const jobQueryOptions = (id: string) =>
  queryOptions({ queryKey: operationKeys.job(id), queryFn: ({ signal }) => getJob(id, signal), staleTime: 0 });
