import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { institutionKeys } from './keys';

export type NewStudent = { email: string; fullName: string; rollNo: string; trackId: string };

/** Why no seat was given. What a later database may say beside is told in general words. */
export const refusalReasons = ['no_seat_left', 'seats_expired', 'track_without_seats', 'account_not_open'] as const;

const answerSchema = z.object({
  outcome: z.enum(['enrolled', 'already_enrolled', 'refused']),
  reason: z.nullable(z.string()),
});

export type AddedStudent = z.infer<typeof answerSchema>;

async function addStudent(institutionId: string, student: NewStudent) {
  const { data, error } = await supabase.rpc('add_student', {
    p_institution_id: institutionId,
    p_email: student.email,
    p_full_name: student.fullName,
    p_roll_no: student.rollNo,
    p_track_id: student.trackId,
  });
  if (error) throw toAppError(error);
  const parsed = answerSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Gives one student a seat. A refusal is an answer, too: `reason` says why. */
export function useAddStudent(institutionId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (student: NewStudent) => addStudent(institutionId, student),
    onSettled: () => queryClient.invalidateQueries({ queryKey: institutionKeys.of(institutionId) }),
  });
}
