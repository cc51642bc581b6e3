import { queryOptions } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { studentListSchema, type StudentRow } from '../schemas';
import { institutionKeys } from './keys';

type Student = Pick<StudentRow, 'student_id' | 'email'>;

async function getStudentSeats(institutionId: string, student: Student, signal: AbortSignal) {
  const { data, error } = await supabase
    .rpc('list_students', { p_institution_id: institutionId, p_search: student.email, p_sort: 'track' })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = studentListSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  // The search is by part of a text: others may have it, too.
  return parsed.data.rows.filter((row) => row.student_id === student.student_id);
}

/** All seats of one student, as they are now: what is done to a student is done to all of them. */
export const studentSeatsQueryOptions = (institutionId: string, student: Student) =>
  queryOptions({
    queryKey: institutionKeys.students(institutionId, { seatsOf: student.student_id }),
    queryFn: ({ signal }) => getStudentSeats(institutionId, student, signal),
    staleTime: 0,
  });
