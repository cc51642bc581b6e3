import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import type { JobFilters } from '../model/filters';
import { jobListSchema } from '../schemas';
import { operationKeys } from './keys';

async function listJobs({ status, kind, error: search, cursor }: JobFilters, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .rpc('list_outbox', {
      p_status: status ?? undefined,
      p_kind: kind || undefined,
      p_search: search || undefined,
      p_after: cursor === null ? undefined : { id: cursor.id, at: cursor.at },
      p_newer: cursor?.newer,
    })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = jobListSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

export const jobsQueryOptions = (filters: JobFilters) =>
  queryOptions({
    queryKey: operationKeys.jobs(filters),
    queryFn: ({ signal }) => listJobs(filters, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
