import type { ImportColumn, RowFault } from '../contracts/bulk-enrol.ts';
import { foreignIn, judgeEmail, judgeName, judgeRollNo, judgeTrack, type Judged } from './cell-rules.ts';
import { keepable } from './keepable.ts';
import type { Layout } from './layout.ts';
import type { SheetRow } from './sheet-row.ts';

/** A row as the database takes it. A cell with a fault has no value: what stood there is in `raw`. */
export type StagedRow = {
  row_number: number;
  raw: Record<string, string>;
  faults: RowFault[];
} & Record<ImportColumn, string | null>;

const rules: Record<ImportColumn, (text: string) => Judged> = {
  email: judgeEmail,
  full_name: judgeName,
  roll_no: judgeRollNo,
  track: judgeTrack,
};

/** Characters kept of a cell as it was given, and of all cells of a row. */
const maxRawCell = 1000;
const maxRawRow = 4000;

export const isBlank = (row: SheetRow): boolean => row.cells.every((cell) => cell === '');

export function judgeRow(row: SheetRow, layout: Layout, rectangular: boolean): StagedRow {
  const staged: StagedRow = {
    row_number: row.number,
    raw: rawOf(row, layout),
    email: null,
    full_name: null,
    roll_no: null,
    track: null,
    faults: [],
  };
  const shape = shapeFault(row, layout, rectangular);
  if (shape) {
    // Which cell belongs to which column is anybody's guess.
    staged.faults.push(shape);
    return staged;
  }
  for (const { column, place } of layout.columns) {
    const text = row.cells[place] ?? '';
    const foreign = row.formulas?.has(place) ? 'formula' : foreignIn(text);
    const { value, code } = foreign ? { value: null, code: foreign } : rules[column](text);
    staged[column] = value;
    if (code) staged.faults.push({ column, code });
  }
  return staged;
}

function shapeFault({ cells }: SheetRow, { width }: Layout, rectangular: boolean): RowFault | null {
  if (cells.findLastIndex((cell) => cell !== '') >= width) return { column: 'row', code: 'too_many_cells' };
  return rectangular && cells.length < width ? { column: 'row', code: 'too_few_cells' } : null;
}

/** The cells under their headings as given, so that an error file can show the row as it was. */
function rawOf({ cells }: SheetRow, { headings, width }: Layout): Record<string, string> {
  const raw = new Map<string, string>();
  let left = maxRawRow;
  headings.forEach((heading, place) => {
    if (heading === null || raw.has(heading)) return;
    // Cells beyond the header stay visible behind the last.
    const given =
      place === width - 1
        ? cells
            .slice(place)
            .filter((cell) => cell !== '')
            .join(', ')
        : cells[place];
    const text = keepable(given ?? '', Math.min(maxRawCell, left));
    left -= text.length;
    raw.set(heading, text);
  });
  return Object.fromEntries(raw);
}
