import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { testEditingKeys } from './keys';

export type NewTest = { trackId: string; title: string; copyOf: string | null };

async function createTest({ trackId, title, copyOf }: NewTest): Promise<string> {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('create_test', {
    p_track_id: trackId,
    p_title: title,
    p_copy_of: copyOf ?? undefined,
  });
  if (error) throw toAppError(error);
  return data;
}

/** A draft that nobody else sees, empty or as a copy of a test; gives its id. */
export function useCreateTest() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: createTest,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: testEditingKeys.lists() }),
  });
}
