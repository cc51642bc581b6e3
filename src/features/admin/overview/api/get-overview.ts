import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { overviewSchema } from '../schemas';
import { overviewKeys, type Question } from './keys';

async function getOverview({ from, to, track }: Question, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(
    supabase.rpc('admin_overview', { p_from: from, p_to: to, p_track: track ?? undefined }).abortSignal(signal),
    overviewSchema,
  );
}

/** Figures of a period and the one before it. */
export const overviewQueryOptions = (question: Question) =>
  queryOptions({
    queryKey: overviewKeys.figures(question),
    queryFn: ({ signal }) => getOverview(question, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
