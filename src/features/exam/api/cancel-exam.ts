import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { examKeys } from './keys';

async function cancelExam(examSessionId: string): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc('cancel_exam', { p_exam_session_id: examSessionId });
  if (error) throw toAppError(error);
}

/** Also when it fails: it may have begun in another tab. */
export function useCancelExam() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: cancelExam,
    onSettled: () => queryClient.invalidateQueries({ queryKey: examKeys.all }),
  });
}
