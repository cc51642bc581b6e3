import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { publishedSchema } from '../schemas';
import { testEditingKeys } from './keys';

export type DraftAct = { testId: string; version: number; reason: string };

async function publishTest({ testId, version, reason }: DraftAct) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('publish_test', {
    p_test_id: testId,
    p_version: version,
    p_reason: reason,
  });
  if (error) throw toAppError(error);
  const parsed = publishedSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Makes the draft what learners get. Refused: `draft_invalid`, `changed_meanwhile`, `test_archived`, `nothing_to_publish`. */
export function usePublishTest() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: publishTest,
    onSuccess: () => {
      // Not waited for: the editor begins anew with what comes, and its dialog must have said that it is done.
      void queryClient.invalidateQueries({ queryKey: testEditingKeys.all });
    },
  });
}
