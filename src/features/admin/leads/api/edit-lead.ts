import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import type { LeadChanges } from '../model/lead-form';
import { leadKeys } from './keys';

type Edit = { leadId: string; changes: LeadChanges };

async function editLead({ leadId, changes }: Edit): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc('edit_lead', { p_lead_id: leadId, p_changes: changes });
  if (error) throw toAppError(error);
}

/** Changes the named fields and no others; null empties one. Refusals name the field: `invalid_<field>`. */
export function useEditLead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: editLead,
    onSettled: () => queryClient.invalidateQueries({ queryKey: leadKeys.all }),
  });
}
