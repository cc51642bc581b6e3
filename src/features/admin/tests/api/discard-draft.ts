import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { testEditingKeys } from './keys';
import type { DraftAct } from './publish-test';

async function discardDraft({ testId, version, reason }: DraftAct): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc('discard_test_draft', {
    p_test_id: testId,
    p_version: version,
    p_reason: reason,
  });
  if (error) throw toAppError(error);
}

export function useDiscardDraft() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: discardDraft,
    onSuccess: () => {
      // Not waited for: the editor begins anew with what comes, and its dialog must have said that it is done.
      void queryClient.invalidateQueries({ queryKey: testEditingKeys.all });
    },
  });
}
