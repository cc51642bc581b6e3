import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { submitResultSchema } from '../schemas';
import { testKeys } from './keys';

export type Submission = { attemptId: string; testId: string };

async function submitAttempt({ attemptId }: Submission) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('submit_attempt', { p_attempt_id: attemptId });
  if (error) throw toAppError(error);
  const parsed = submitResultSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Submitting again answers with the same result. */
export function useSubmitAttempt() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: submitAttempt,
    onSuccess: (_result, { attemptId, testId }) =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: testKeys.attempt(attemptId) }),
        queryClient.invalidateQueries({ queryKey: testKeys.mine(testId) }),
      ]),
  });
}
