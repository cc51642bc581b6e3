import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { testKeys } from './keys';

const historyPageSize = 5;

async function getHistory(testId: string, userId: string, page: number, signal: AbortSignal) {
  const supabase = await getSupabase();
  const first = page * historyPageSize;
  const { data, error } = await supabase
    .from('test_attempts')
    .select('id, attempt_no, status, score, passed, started_at, submitted_at')
    .eq('user_id', userId)
    .eq('mock_test_id', testId)
    .order('attempt_no', { ascending: false })
    // One more than a page tells whether another page follows.
    .range(first, first + historyPageSize)
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return { attempts: data.slice(0, historyPageSize), hasMore: data.length > historyPageSize };
}

export type PastAttempt = Awaited<ReturnType<typeof getHistory>>['attempts'][number];

/** Own attempts at a test, newest first; pages count from 0. */
export const historyQueryOptions = (testId: string, userId: string, page: number) =>
  queryOptions({
    queryKey: testKeys.history(testId, userId, page),
    queryFn: ({ signal }) => getHistory(testId, userId, page, signal),
    placeholderData: keepPreviousData,
  });
