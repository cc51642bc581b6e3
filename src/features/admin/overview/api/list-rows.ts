import { infiniteQueryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import type { FigureList } from '../model/lists';
import { type Cursor, rowsSchema } from '../schemas';
import { overviewKeys, type Question } from './keys';

async function listRows(list: FigureList, { from, to, track }: Question, after: Cursor | null, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(
    supabase
      .rpc('overview_rows', {
        p_figure: list,
        p_from: from,
        p_to: to,
        p_track: track ?? undefined,
        p_after: after ?? undefined,
      })
      .abortSignal(signal),
    rowsSchema,
  );
}

/** Who stands behind a figure, newest first, a page at a time. */
export const rowsQueryOptions = (list: FigureList, question: Question) =>
  infiniteQueryOptions({
    queryKey: overviewKeys.rows(list, question),
    queryFn: ({ pageParam, signal }) => listRows(list, question, pageParam, signal),
    initialPageParam: null as Cursor | null,
    getNextPageParam: (page) => page.next,
    staleTime: 60_000,
  });
