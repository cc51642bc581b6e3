import type { ImportColumn } from './bulk-enrol.ts';

/** Headings under which a column is read, written as `plain` writes them. */
const headings: Record<ImportColumn, readonly string[]> = {
  email: ['email', 'emailaddress', 'emailid'],
  full_name: ['fullname', 'name', 'studentname'],
  roll_no: ['rollno', 'rollnumber', 'enrolmentno', 'enrolmentnumber', 'enrollmentno', 'enrollmentnumber'],
  track: ['track', 'course', 'program', 'programme'],
};

const columnByHeading = new Map<string, ImportColumn>([
  ...headings.email.map((heading) => [heading, 'email'] as const),
  ...headings.full_name.map((heading) => [heading, 'full_name'] as const),
  ...headings.roll_no.map((heading) => [heading, 'roll_no'] as const),
  ...headings.track.map((heading) => [heading, 'track'] as const),
]);

/** Case, spaces, hyphens, underscores and dots make no difference. */
const plain = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The column that a heading means; null for one that is not read. */
export const columnOfHeading = (heading: string): ImportColumn | null => columnByHeading.get(plain(heading)) ?? null;

/** The column of reasons that the error file brings: what a person leaves in when they mend it. */
export const isErrorHeading = (heading: string): boolean => plain(heading) === 'error';
