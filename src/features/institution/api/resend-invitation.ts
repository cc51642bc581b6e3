import { useMutation, useQueryClient } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { institutionKeys } from './keys';

async function resendInvitation(studentId: string): Promise<void> {
  const { error } = await supabase.rpc('resend_invitation', { p_student_id: studentId });
  if (error) throw toAppError(error);
}

/** Invites a student again. Codes: already_joined, invited_recently, student_not_found. The list is read again either way. */
export function useResendInvitation(institutionId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: resendInvitation,
    onSettled: () => queryClient.invalidateQueries({ queryKey: institutionKeys.of(institutionId) }),
  });
}
