import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { operationKeys } from './keys';

async function reprocessEvent({ eventId, reason }: { eventId: string; reason: string }): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc('reprocess_event', { p_id: eventId, p_reason: reason });
  if (error) throw toAppError(error);
}

/** Puts a stored event in line; a worker acts on it. */
export function useReprocessEvent() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: reprocessEvent,
    onSettled: () => queryClient.invalidateQueries({ queryKey: operationKeys.all }),
  });
}
