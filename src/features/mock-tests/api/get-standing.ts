import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { testKeys } from './keys';

const columns = 'id, attempt_no, status, score, passed, deadline_at';

/** Two rows, however many attempts there are: the newest, and the best finished one. */
async function getStanding(testId: string, userId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const own = () => supabase.from('test_attempts').select(columns).eq('user_id', userId).eq('mock_test_id', testId);
  const [newest, best] = await Promise.all([
    own().order('attempt_no', { ascending: false }).limit(1).abortSignal(signal),
    own().not('score', 'is', null).order('score', { ascending: false }).limit(1).abortSignal(signal),
  ]);
  if (newest.error) throw toAppError(newest.error);
  if (best.error) throw toAppError(best.error);
  const last = newest.data[0];
  const top = best.data[0];
  return {
    used: last?.attempt_no ?? 0,
    runningId: last?.status === 'in_progress' ? last.id : null,
    bestScore: top?.score ?? null,
    passed: top?.passed === true,
  };
}

export type Standing = Awaited<ReturnType<typeof getStanding>>;

/** How the person stands with a test: attempts used, the one under way, best score in per cent. */
export const standingQueryOptions = (testId: string, userId: string) =>
  queryOptions({
    queryKey: testKeys.standing(testId, userId),
    queryFn: ({ signal }) => getStanding(testId, userId, signal),
  });
