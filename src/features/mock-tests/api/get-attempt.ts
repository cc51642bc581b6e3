import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { attemptSchema } from '../schemas';
import { testKeys } from './keys';

/** `readAt` is the moment in the middle of the request by the monotonic counter: when `server_now` was true. */
async function getAttempt(attemptId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const sentAt = performance.now();
  const { data, error } = await supabase.rpc('get_attempt', { p_attempt_id: attemptId }).abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = attemptSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return { ...parsed.data, readAt: (sentAt + performance.now()) / 2 };
}

export type ReadAttempt = Awaited<ReturnType<typeof getAttempt>>;

/** An attempt with its questions in their fixed order and the answers saved so far. */
export const attemptQueryOptions = (attemptId: string) =>
  queryOptions({
    queryKey: testKeys.attempt(attemptId),
    queryFn: ({ signal }) => getAttempt(attemptId, signal),
    // Always read afresh when opened: the clock and the answers of other tabs are in it.
    staleTime: 0,
    gcTime: 0,
  });
