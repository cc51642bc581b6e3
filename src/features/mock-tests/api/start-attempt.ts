import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { testKeys } from './keys';

async function startAttempt(testId: string): Promise<string> {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('start_attempt', { p_mock_test_id: testId });
  if (error) throw toAppError(error);
  return data;
}

/** Answers with the id of the attempt; one that runs already is returned, so a double click starts one. */
export function useStartAttempt() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: startAttempt,
    onSuccess: (_attemptId, testId) => queryClient.invalidateQueries({ queryKey: testKeys.mine(testId) }),
  });
}
