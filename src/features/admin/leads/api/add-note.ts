import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { leadKeys } from './keys';

async function addNote({ leadId, body }: { leadId: string; body: string }): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc('add_lead_note', { p_lead_id: leadId, p_body: body });
  if (error) throw toAppError(error);
}

export function useAddNote() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: addNote,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: leadKeys.all }),
  });
}
