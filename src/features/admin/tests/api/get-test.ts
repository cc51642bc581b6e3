import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { testDetailSchema } from '../schemas';
import { testEditingKeys } from './keys';

async function getTest(testId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('get_test', { p_test_id: testId }).abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = testDetailSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** A test with its draft, as its editor begins. Never read again by itself: what is being written would be lost. */
export const testDetailQueryOptions = (testId: string) =>
  queryOptions({
    queryKey: testEditingKeys.detail(testId),
    queryFn: ({ signal }) => getTest(testId, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
