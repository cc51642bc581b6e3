import { useMutation, useQueryClient } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { institutionKeys } from './keys';

async function withdrawManagerInvitation(invitationId: string): Promise<void> {
  const { error } = await supabase.rpc('withdraw_manager_invitation', { p_invitation_id: invitationId });
  if (error) throw toAppError(error);
}

/** The link in the mail opens nothing from then on. One that was accepted meanwhile stays accepted. */
export function useWithdrawManagerInvitation(institutionId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: withdrawManagerInvitation,
    onSettled: () => queryClient.invalidateQueries({ queryKey: institutionKeys.team(institutionId) }),
  });
}
