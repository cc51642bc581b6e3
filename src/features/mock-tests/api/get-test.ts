import { queryOptions } from '@tanstack/react-query';
import { AppError } from '~/lib/supabase/app-error';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { testKeys } from './keys';

async function getTest(testId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('mock_tests')
    .select('id, track_id, title, description, duration_minutes, passing_score, attempts_allowed, review, active')
    .eq('id', testId)
    .abortSignal(signal)
    .maybeSingle();
  if (error) throw toAppError(error);
  if (data === null) throw new AppError('not_found', { status: 404 });
  return data;
}

export type MockTest = Awaited<ReturnType<typeof getTest>>;

/** One mock test; `not_found` for anybody who is not enrolled in its track. */
export const testQueryOptions = (testId: string) =>
  queryOptions({
    queryKey: testKeys.detail(testId),
    queryFn: ({ signal }) => getTest(testId, signal),
    staleTime: 300_000,
  });
