import type { Page } from '../_shared/db/list-rows.ts';
import type { Cell, Column, Table } from '../_shared/exports/table.ts';
import { readPages } from '../_shared/streams/pages.ts';

/** As many rows as the API hands out at once. */
export const pageSize = 1000;

export type ColumnOf<Row> = Column & { cell: (row: Row) => Cell };

/** Rows as a table: each column says what it takes of a row. */
export function tableOf<Row>(sheet: string, columns: readonly ColumnOf<Row>[], pages: AsyncGenerator<Row[]>): Table {
  return { sheet, columns, pages: cells(columns, pages) };
}

async function* cells<Row>(columns: readonly ColumnOf<Row>[], pages: AsyncGenerator<Row[]>): AsyncGenerator<Cell[][]> {
  for await (const rows of pages) yield rows.map((row) => columns.map(({ cell }) => cell(row)));
}

/** Pages of a list that is asked for by place. Rows that come or go meanwhile may move others over the edge of a page. */
export function pagesByPlace<Row>(read: (offset: number, limit: number) => Promise<Page<Row>>): AsyncGenerator<Row[]> {
  let total = Infinity;
  return readPages<Row, number>(
    async (offset) => {
      if (offset >= total) return [];
      const page = await read(offset, pageSize);
      total = page.total;
      return page.rows;
    },
    0,
    (_last, offset, rows) => offset + rows.length,
  );
}

export const timeOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
