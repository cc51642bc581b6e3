import { importColumns, type ImportColumn } from '@contracts/bulk-enrol.ts';

/** Other headings under which a column is read, written as `plain` writes them. */
const aliases: Record<ImportColumn, readonly string[]> = {
  email: ['email', 'emailaddress'],
  full_name: ['fullname', 'name', 'studentname'],
  roll_no: ['rollno', 'rollnumber', 'enrolmentno'],
  track: ['track', 'course', 'program', 'programme'],
};

const plain = (heading: string) => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

export const isImportColumn = (name: string): name is ImportColumn => importColumns.some((each) => each === name);

/** What stood in the cell that a fault is about; null when the fault is about the whole row or the file has no such column. */
export function cellOf(raw: Record<string, string>, column: string): string | null {
  const exact = raw[column];
  if (exact !== undefined) return exact;
  if (!isImportColumn(column)) return null;
  const heading = Object.keys(raw).find((each) => aliases[column].includes(plain(each)));
  return heading === undefined ? null : (raw[heading] ?? null);
}
