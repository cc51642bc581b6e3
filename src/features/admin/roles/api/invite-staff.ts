import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { roleKeys } from './keys';

export type StaffInvite = { email: string; fullName: string; roleIds: string[] };

async function inviteStaff({ email, fullName, roleIds, reason }: StaffInvite & { reason: string }): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc('invite_staff', {
    p_email: email,
    p_full_name: fullName,
    p_role_ids: roleIds,
    p_reason: reason,
  });
  if (error) throw toAppError(error);
}

export function useInviteStaff() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: inviteStaff,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: roleKeys.invitations() }),
  });
}
