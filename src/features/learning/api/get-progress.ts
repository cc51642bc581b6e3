import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { learningKeys } from './keys';

async function getProgress(enrolmentId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('module_progress')
    .select('module_id, status, position_seconds, watched_seconds, completed_at, updated_at')
    .eq('enrolment_id', enrolmentId)
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return data.map((row) => ({
    moduleId: row.module_id,
    status: row.status,
    completedAt: row.completed_at,
    positionSeconds: row.position_seconds,
    watchedSeconds: row.watched_seconds,
    updatedAt: row.updated_at,
  }));
}

/** Progress in each module that was opened in this enrolment. */
export const progressQueryOptions = (enrolmentId: string) =>
  queryOptions({
    queryKey: learningKeys.progress(enrolmentId),
    queryFn: ({ signal }) => getProgress(enrolmentId, signal),
  });
