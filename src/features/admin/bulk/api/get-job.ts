import { queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { jobDetailSchema } from '../schemas';
import { bulkKeys } from './keys';

async function getJob(id: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(supabase.rpc('get_bulk_job', { p_job_id: id }).abortSignal(signal), jobDetailSchema);
}

/** One operation, looked at again by itself while the server is at work on it. */
export const jobQueryOptions = (id: string) =>
  queryOptions({
    queryKey: [...bulkKeys.job(id), 'facts'],
    queryFn: ({ signal }) => getJob(id, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? 1000 : false),
  });
