import type { SheetRow } from '../sheet-row.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { cellText } from './cell-text.ts';
import type { ShowNumber } from './number-formats.ts';
import { xmlValues } from './xml-values.ts';

/** Cells further right are told together, as one too many. */
const lastColumn = 255;

/** A for the first, AA for the 27th; -1 when a cell does not say where it stands. */
function columnOf(reference: string | undefined): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0].toUpperCase() ?? '') {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

export type CellTexts = { strings: readonly string[]; showNumber: ShowNumber };

/** Reads the rows of a worksheet as they come. */
export function readRows(part: AsyncIterable<Uint8Array<ArrayBuffer>>, texts: CellTexts): AsyncGenerator<SheetRow[]> {
  let number = 0;
  let column = -1;
  let cells: string[] = [];
  let formulas = new Set<number>();
  let type = '';
  let style = 0;
  let value = '';
  let reading = false;

  function startRow(attributes: Readonly<Record<string, string>>) {
    const next = attributes.r === undefined ? number + 1 : Number(attributes.r);
    // Rows stand in order; were one to come twice, neither could be told from the other.
    if (!Number.isInteger(next) || next <= number) throw new UnreadableFile('broken_workbook');
    number = next;
    column = -1;
    cells = [];
    formulas = new Set();
  }

  function startCell(attributes: Readonly<Record<string, string>>) {
    const named = columnOf(attributes.r);
    column = Math.min(named < 0 ? column + 1 : named, lastColumn);
    type = attributes.t ?? 'n';
    style = Number(attributes.s ?? 0);
    value = '';
  }

  function textOfCell(): string {
    if (type === 's') {
      const text = texts.strings[Number(value)];
      if (text === undefined) throw new UnreadableFile('broken_workbook');
      return text;
    }
    if (type === 'n') return value === '' ? '' : texts.showNumber(value, style);
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    return cellText(value);
  }

  return xmlValues<SheetRow>(part, {
    open(name, attributes) {
      if (name === 'row') startRow(attributes);
      else if (name === 'c') startCell(attributes);
      else if (name === 'f') formulas.add(column);
      reading = name === 'v' || name === 't';
      return undefined;
    },
    text(piece) {
      if (reading) value += piece;
    },
    close(name) {
      reading = false;
      if (name === 'c') {
        while (cells.length < column) cells.push('');
        cells[column] = textOfCell();
      }
      return name === 'row' ? { number, cells, formulas } : undefined;
    },
  });
}
