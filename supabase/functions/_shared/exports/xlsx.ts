import { zipChunks, type ZipEntry } from '../archive/zip-chunks.ts';
import type { Table } from './table.ts';
import { sheetEnd, sheetHead, workbookParts } from './xlsx-parts.ts';
import { columnLetters, headerRow, sheetRow } from './xlsx-sheet.ts';

const encoder = new TextEncoder();
/** Rows that are packed together: fewer and larger pieces cost less. */
const rowsPerPiece = 250;

/** A workbook with one sheet, made while the rows come in: neither the rows nor the sheet are ever held as a whole. */
export function xlsxChunks(table: Table, modified: Date): AsyncGenerator<Uint8Array> {
  return zipChunks(entries(table, modified));
}

function* entries(table: Table, modified: Date): Generator<ZipEntry> {
  for (const { name, xml } of workbookParts(table.sheet)) {
    yield { name, modified, deflate: true, content: encoder.encode(xml) };
  }
  yield { name: 'xl/worksheets/sheet1.xml', modified, deflate: true, content: sheetPieces(table) };
}

async function* sheetPieces({ columns, pages }: Table): AsyncGenerator<Uint8Array> {
  const letters = columns.map((_column, index) => columnLetters(index));
  yield encoder.encode(sheetHead(columns.map(({ width }) => width)) + headerRow(columns, letters));
  let row = 1;
  for await (const rows of pages) {
    for (let from = 0; from < rows.length; from += rowsPerPiece) {
      let xml = '';
      for (const cells of rows.slice(from, from + rowsPerPiece)) {
        row += 1;
        xml += sheetRow(row, cells, columns, letters);
      }
      yield encoder.encode(xml);
    }
  }
  yield encoder.encode(sheetEnd);
}
