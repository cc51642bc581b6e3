import { disarm } from './formula.ts';
import { indiaText } from './india-time.ts';
import type { Cell, Column, Table } from './table.ts';

const encoder = new TextEncoder();
/** Without it Excel takes UTF-8 for the code page of the machine. */
const byteOrderMark = '\uFEFF';

function csvCell(cell: Cell, as: Column['as'] = 'time'): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = cell instanceof Date ? indiaText(cell, as) : disarm(cell);
  return /[",;\t\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvRow(cells: readonly Cell[], columns: readonly Column[]): string {
  return `${columns.map(({ as }, index) => csvCell(cells[index] ?? null, as)).join(',')}\r\n`;
}

/** RFC 4180, in UTF-8: the header, then a piece for each page. */
export async function* csvChunks({ columns, pages }: Omit<Table, 'sheet'>): AsyncGenerator<Uint8Array> {
  const titles = columns.map(({ title }) => title);
  yield encoder.encode(byteOrderMark + csvRow(titles, columns));
  for await (const rows of pages) yield encoder.encode(rows.map((cells) => csvRow(cells, columns)).join(''));
}
