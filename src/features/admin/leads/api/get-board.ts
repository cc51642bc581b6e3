import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { boardSchema } from '../schemas';
import { assigneeArgument } from './assignee-argument';
import { type BoardQuery, leadKeys } from './keys';

async function getBoard({ search, kind, assignee, limit }: BoardQuery, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .rpc('lead_board', {
      p_search: search,
      p_kind: kind ?? undefined,
      p_assignee: assigneeArgument(assignee),
      p_limit: limit,
    })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = boardSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** The pipeline, each column with its first `limit` cards. Colleagues work on it too, so it is looked at again on every visit. */
export const boardQueryOptions = (query: BoardQuery) =>
  queryOptions({
    queryKey: leadKeys.board(query),
    queryFn: ({ signal }) => getBoard(query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
