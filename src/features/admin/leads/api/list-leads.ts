import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { leadListSchema } from '../schemas';
import { assigneeArgument } from './assignee-argument';
import { leadKeys, type ListQuery } from './keys';

export const leadsPerPage = 20;

async function listLeads(query: ListQuery, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .rpc('list_leads', {
      p_search: query.search,
      p_status: query.statuses,
      p_kind: query.kind ?? undefined,
      p_assignee: assigneeArgument(query.assignee),
      p_overdue: query.overdue || undefined,
      p_sort: query.sort,
      p_descending: query.descending,
      p_limit: leadsPerPage,
      p_offset: (query.page - 1) * leadsPerPage,
    })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = leadListSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** One page of the table, filtered and sorted by the server. */
export const leadListQueryOptions = (query: ListQuery) =>
  queryOptions({
    queryKey: leadKeys.list(query),
    queryFn: ({ signal }) => listLeads(query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
