import { bulkEnrolResponseSchema } from '@contracts/bulk-enrol.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { invoke } from '~/lib/supabase/invoke';
import { institutionKeys } from './keys';

export type ImportAction = 'confirm' | 'cancel' | 'undo';

const actOnImport = (action: ImportAction, importId: string) =>
  invoke('bulk-enrol', { action, importId }, bulkEnrolResponseSchema);

/**
 * Confirms a checked import, stops one, or undoes one for those who have not started. Students, seats and numbers are read again,
 * also when it fails: the other tab may have been quicker.
 */
export function useActOnImport(institutionId: string, importId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (action: ImportAction) => actOnImport(action, importId),
    onSettled: () => queryClient.invalidateQueries({ queryKey: institutionKeys.of(institutionId) }),
  });
}
