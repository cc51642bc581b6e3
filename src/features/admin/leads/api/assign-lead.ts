import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { leadKeys } from './keys';

type Assignment = { leadId: string; assignee: string | null };

async function assignLead({ leadId, assignee }: Assignment): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc('assign_lead', { p_lead_id: leadId, p_assignee: assignee ?? undefined });
  if (error) throw toAppError(error);
}

/** Also when it fails: the lead may have been converted meanwhile. */
export function useAssignLead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: assignLead,
    onSettled: () => queryClient.invalidateQueries({ queryKey: leadKeys.all }),
  });
}
