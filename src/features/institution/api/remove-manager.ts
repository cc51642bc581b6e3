import { useMutation, useQueryClient } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import type { Manager } from '../team-schemas';
import { institutionKeys } from './keys';

async function removeManager(institutionId: string, userId: string): Promise<void> {
  const { error } = await supabase.rpc('remove_manager', { p_institution_id: institutionId, p_manager_id: userId });
  if (error) throw toAppError(error);
}

/** Ends somebody's managing at once. Code: last_manager. */
export function useRemoveManager(institutionId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ user_id }: Pick<Manager, 'user_id' | 'me'>) => removeManager(institutionId, user_id),
    // Whoever removed themselves has no team to read any more: what they may do is read instead, and the area closes by itself.
    onSettled: (_answer, error, { me }) =>
      queryClient.invalidateQueries({
        queryKey: me && error === null ? ['access'] : institutionKeys.team(institutionId),
      }),
  });
}
