import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import type { TestFilters } from '../model/filters';
import { testListSchema } from '../schemas';
import { testEditingKeys } from './keys';

export const testsPerPage = 25;

async function listTests(filters: TestFilters, limit: number, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .rpc('list_tests', {
      p_search: filters.search,
      p_track_id: filters.trackId ?? undefined,
      p_status: filters.status ?? undefined,
      p_limit: limit,
      p_offset: (filters.page - 1) * limit,
    })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = testListSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

export const testListQueryOptions = (filters: TestFilters) =>
  queryOptions({
    queryKey: testEditingKeys.list(filters),
    queryFn: ({ signal }) => listTests(filters, testsPerPage, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** All tests of a track that are not archived, in the order of learners. */
export const trackTestsQueryOptions = (trackId: string) =>
  queryOptions({
    queryKey: testEditingKeys.track(trackId),
    queryFn: ({ signal }) => listTests({ search: '', trackId, status: null, page: 1 }, 200, signal),
    staleTime: 0,
  });
