import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { analysisSchema } from '../schemas';
import { type Period, testEditingKeys } from './keys';

async function getAnalysis(testId: string, { from, to }: Period, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .rpc('test_item_analysis', { p_test_id: testId, p_from: from ?? undefined, p_to: to ?? undefined })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = analysisSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

export const analysisQueryOptions = (testId: string, period: Period) =>
  queryOptions({
    queryKey: testEditingKeys.analysis(testId, period),
    queryFn: ({ signal }) => getAnalysis(testId, period, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
