import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { jobListSchema } from '../schemas';
import { bulkKeys, type JobQuery } from './keys';

export const jobsPerPage = 20;

async function listJobs({ kind, status, page }: JobQuery, signal: AbortSignal) {
  const supabase = await getSupabase();
  const query = supabase.rpc('list_bulk_jobs', {
    p_kind: kind ?? undefined,
    p_status: status ?? undefined,
    p_limit: jobsPerPage,
    p_offset: (page - 1) * jobsPerPage,
  });
  return checked(query.abortSignal(signal), jobListSchema);
}

/** Newest first; looked at again by itself while one of them is at work. */
export const jobsQueryOptions = (query: JobQuery) =>
  queryOptions({
    queryKey: bulkKeys.list(query),
    queryFn: ({ signal }) => listJobs(query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.rows.some(({ status }) => status === 'running') === true ? 3000 : false,
  });
