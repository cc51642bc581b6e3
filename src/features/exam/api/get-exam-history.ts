import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { examKeys } from './keys';

const examPageSize = 5;

async function getExamHistory(trackId: string, userId: string, page: number, signal: AbortSignal) {
  const supabase = await getSupabase();
  const first = page * examPageSize;
  const { data, error } = await supabase
    .from('exam_sessions')
    .select('id, attempt_no, status, scheduled_at, started_at, submitted_at, decided_at, score')
    .eq('user_id', userId)
    .eq('track_id', trackId)
    .order('created_at', { ascending: false })
    // One more than a page tells whether another page follows.
    .range(first, first + examPageSize)
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return { exams: data.slice(0, examPageSize), hasMore: data.length > examPageSize };
}

/** Own exams of a track, newest first; pages count from 0. */
export const examHistoryQueryOptions = (trackId: string, userId: string, page: number) =>
  queryOptions({
    queryKey: examKeys.history(trackId, userId, page),
    queryFn: ({ signal }) => getExamHistory(trackId, userId, page, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
