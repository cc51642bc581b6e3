import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { enrolmentKeys } from './keys';

async function getEnrolments(userId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('enrolments')
    .select('id, track_id, source, status, enrolled_at, expires_at, attempts_included, attempts_added, order_id')
    .eq('user_id', userId)
    .order('enrolled_at', { ascending: false })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return data;
}

/** The person's own enrolments, newest first. Never a kept answer alone: a payment elsewhere opens one. */
export const enrolmentsQueryOptions = (userId: string) =>
  queryOptions({
    queryKey: enrolmentKeys.list(userId),
    queryFn: ({ signal }) => getEnrolments(userId, signal),
    staleTime: 0,
  });
