import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { testEditingKeys } from './keys';

export type Archiving = { testId: string; archive: boolean; reason: string };

async function archiveTest({ testId, archive, reason }: Archiving): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc(archive ? 'archive_test' : 'restore_test', {
    p_test_id: testId,
    p_reason: reason,
  });
  if (error) throw toAppError(error);
}

/** Takes a test away from learners, or gives it back. */
export function useArchiveTest() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: archiveTest,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: testEditingKeys.lists() }),
  });
}
