import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { attemptReviewSchema } from '../schemas';
import { testKeys } from './keys';

async function getReview(attemptId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('get_attempt_review', { p_attempt_id: attemptId }).abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = attemptReviewSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Own and right answers with explanations; `review_not_allowed` while the test's policy keeps them back. */
export const reviewQueryOptions = (attemptId: string) =>
  queryOptions({
    queryKey: testKeys.review(attemptId),
    queryFn: ({ signal }) => getReview(attemptId, signal),
    staleTime: 300_000,
  });
