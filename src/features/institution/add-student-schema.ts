import * as z from 'zod/mini';

/** One student to enrol. The database checks again. Messages are keys of the `institution` texts. */
export const addStudentSchema = z.object({
  email: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'students.add.faults.email'),
      z.maxLength(320, 'students.add.faults.email'),
      z.regex(/^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"()]+$/, 'students.add.faults.email'),
    ),
  fullName: z
    .string()
    .check(z.trim(), z.minLength(1, 'students.add.faults.fullName'), z.maxLength(200, 'students.add.faults.fullName')),
  rollNo: z.string().check(z.trim(), z.maxLength(60, 'students.add.faults.rollNo')),
  trackId: z.string().check(z.minLength(1, 'students.add.faults.trackId')),
});
export type AddStudentForm = z.infer<typeof addStudentSchema>;

export const addStudentFaults = [
  'students.add.faults.email',
  'students.add.faults.fullName',
  'students.add.faults.rollNo',
  'students.add.faults.trackId',
] as const;
