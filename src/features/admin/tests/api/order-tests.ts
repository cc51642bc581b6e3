import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { testEditingKeys } from './keys';

type Order = { trackId: string; testIds: string[]; reason: string };

async function orderTests({ trackId, testIds, reason }: Order): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc('order_tests', {
    p_track_id: trackId,
    p_test_ids: testIds,
    p_reason: reason,
  });
  if (error) throw toAppError(error);
}

/** `changed_meanwhile` when a test came or went since the list was read. */
export function useOrderTests() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: orderTests,
    onSettled: () => queryClient.invalidateQueries({ queryKey: testEditingKeys.lists() }),
  });
}
