import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { completionSchema } from '../schemas';
import { learningKeys } from './keys';

type Completion = { enrolmentId: string; moduleId: string };

async function completeModule({ enrolmentId, moduleId }: Completion) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('complete_module', { p_enrolment_id: enrolmentId, p_module_id: moduleId });
  if (error) throw toAppError(error);
  const parsed = completionSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Marking complete twice is the same as once. */
export function useCompleteModule() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: completeModule,
    onSuccess: (_answer, { enrolmentId }) =>
      queryClient.invalidateQueries({ queryKey: learningKeys.progress(enrolmentId) }),
  });
}
