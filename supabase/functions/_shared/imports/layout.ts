import type { ImportColumn } from '../contracts/bulk-enrol.ts';
import { columnOfHeading, isErrorHeading } from '../contracts/import-headings.ts';
import { keepable } from './keepable.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** What the header says about the cells below it. */
export type Layout = {
  /** Cells of a row: up to the last heading. */
  width: number;
  /** Headings as given, by place; null where there is none, or where reasons of an error file stand. */
  headings: readonly (string | null)[];
  /** The columns that are read, and where they stand. */
  columns: readonly { column: ImportColumn; place: number }[];
  /** Headings that mean nothing here. */
  ignored: readonly string[];
};

const needed: readonly ImportColumn[] = ['email', 'full_name'];
const maxHeading = 100;

export function readHeader(cells: readonly string[]): Layout {
  const width = cells.findLastIndex((cell) => cell !== '') + 1;
  const headings = cells
    .slice(0, width)
    .map((cell) => (cell === '' || isErrorHeading(cell) ? null : keepable(cell, maxHeading)));
  const columns: { column: ImportColumn; place: number }[] = [];
  const ignored: string[] = [];
  const repeated: string[] = [];
  headings.forEach((heading, place) => {
    if (heading === null) return;
    const column = columnOfHeading(heading);
    if (column === null) ignored.push(heading);
    else if (columns.some((known) => known.column === column)) repeated.push(heading);
    else columns.push({ column, place });
  });
  if (repeated.length > 0) throw new UnreadableFile('repeated_columns', { columns: repeated });
  const missing = needed.filter((column) => !columns.some((known) => known.column === column));
  if (missing.length > 0) throw new UnreadableFile('missing_columns', { columns: missing });
  return { width, headings, columns, ignored };
}
