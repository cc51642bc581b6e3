import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { roleKeys } from './keys';

type Steering = { way: 'resend' | 'withdraw'; invitationId: string; reason: string };

async function steerInvitation({ way, invitationId, reason }: Steering): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc(`${way}_staff_invitation`, { p_invitation_id: invitationId, p_reason: reason });
  if (error) throw toAppError(error);
}

/** Sends an open invitation again, or takes it back. Also when it fails: it may have been accepted meanwhile. */
export function useSteerInvitation() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: steerInvitation,
    onSettled: () => queryClient.invalidateQueries({ queryKey: roleKeys.invitations() }),
  });
}
