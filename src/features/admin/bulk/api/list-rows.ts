import { infiniteQueryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { type RowState, rowListSchema } from '../schemas';
import { bulkKeys } from './keys';

async function listRows(id: string, state: RowState | null, after: number | null, signal: AbortSignal) {
  const supabase = await getSupabase();
  const query = supabase.rpc('list_bulk_rows', {
    p_job_id: id,
    p_state: state ?? undefined,
    p_after: after ?? undefined,
  });
  return checked(query.abortSignal(signal), rowListSchema);
}

/** What became of each person, in the order of the set. */
export const bulkRowsQueryOptions = (id: string, state: RowState | null) =>
  infiniteQueryOptions({
    queryKey: bulkKeys.rows(id, state),
    queryFn: ({ pageParam, signal }) => listRows(id, state, pageParam, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
