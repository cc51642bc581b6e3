import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { institutionKeys } from './keys';

const answerSchema = z.object({ seats_released: z.int(), seats_kept: z.int() });

async function removeStudent(studentId: string) {
  const { data, error } = await supabase.rpc('remove_student', { p_student_id: studentId });
  if (error) throw toAppError(error);
  const parsed = answerSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Takes a student off the institution's list: seats not begun are free again, the others stay with the person. */
export function useRemoveStudent(institutionId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: removeStudent,
    onSettled: () => queryClient.invalidateQueries({ queryKey: institutionKeys.of(institutionId) }),
  });
}
