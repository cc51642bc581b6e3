import { looksLikeFormula } from './formula.ts';
import { indiaSerial } from './india-time.ts';
import type { Cell, Column } from './table.ts';

/** Places in the list of cell formats in `xlsx-parts.ts`. */
const formats = { plain: 0, header: 1, time: 2, day: 3, text: 4 } as const;

/** What Excel takes in one cell. */
const maxText = 32_767;

/** A column's letters: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const hex = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Text for XML. What XML cannot hold is written as Excel does, `_x0001_`, and what looks so by itself is set apart from it. */
export function xmlText(text: string): string {
  return text
    .slice(0, maxText)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, hex)
    .replace(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, hex)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function textCell(place: string, text: string, format: number): string {
  const style = format === formats.plain ? '' : ` s="${format}"`;
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** A string is only ever written as a string: no cell of ours can become a formula. */
function xlsxCell(place: string, cell: Cell, as: Column['as'] = 'time'): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textCell(place, cell, looksLikeFormula(cell) ? formats.text : formats.plain);
  if (cell instanceof Date) return `<c r="${place}" s="${formats[as]}"><v>${indiaSerial(cell, as)}</v></c>`;
  return Number.isFinite(cell) ? `<c r="${place}"><v>${cell}</v></c>` : '';
}

export function headerRow(columns: readonly Column[], letters: readonly string[]): string {
  return `<row r="1">${columns.map(({ title }, index) => textCell(`${letters[index]}1`, title, formats.header)).join('')}</row>`;
}

export function sheetRow(
  row: number,
  cells: readonly Cell[],
  columns: readonly Column[],
  letters: readonly string[],
): string {
  let xml = `<row r="${row}">`;
  columns.forEach(({ as }, index) => {
    xml += xlsxCell(`${letters[index]}${row}`, cells[index] ?? null, as);
  });
  return `${xml}</row>`;
}
