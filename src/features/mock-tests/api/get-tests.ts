import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { testKeys } from './keys';

async function getTests(trackId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('mock_tests')
    .select('id, track_id, title, description, duration_minutes, passing_score, attempts_allowed')
    .eq('track_id', trackId)
    .eq('active', true)
    .order('position')
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return data;
}

export type MockTestSummary = Awaited<ReturnType<typeof getTests>>[number];

/** The mock tests of a track in which the person is enrolled, in order. */
export const testsQueryOptions = (trackId: string) =>
  queryOptions({
    queryKey: testKeys.byTrack(trackId),
    queryFn: ({ signal }) => getTests(trackId, signal),
    staleTime: 300_000,
  });
