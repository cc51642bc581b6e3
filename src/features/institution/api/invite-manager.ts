import { useMutation, useQueryClient } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import type { InviteManagerForm } from '../team-schemas';
import { institutionKeys } from './keys';

async function inviteManager(institutionId: string, { fullName, email }: InviteManagerForm): Promise<void> {
  const { error } = await supabase.rpc('invite_manager', {
    p_institution_id: institutionId,
    p_email: email.trim(),
    p_full_name: fullName.trim(),
  });
  if (error) throw toAppError(error);
}

/** Invites, or invites again. Codes: already_manager, account_is_staff, invited_recently, invalid_email, too_many_requests. */
export function useInviteManager(institutionId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (form: InviteManagerForm) => inviteManager(institutionId, form),
    onSettled: () => queryClient.invalidateQueries({ queryKey: institutionKeys.team(institutionId) }),
  });
}
