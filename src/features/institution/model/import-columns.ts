import { columnOfHeading } from '@contracts/import-headings.ts';

/** What stood in the cell that a fault is about; null when the file has no such column. */
export function cellOf(raw: Record<string, string>, column: string): string | null {
  const exact = raw[column];
  if (exact !== undefined) return exact;
  const heading = Object.keys(raw).find((each) => columnOfHeading(each) === column);
  return heading === undefined ? null : (raw[heading] ?? null);
}
