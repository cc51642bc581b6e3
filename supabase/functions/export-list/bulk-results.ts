import type { BulkRow } from '../_shared/db/list-rows.ts';
import type { ListStore } from '../_shared/db/lists.ts';
import type { Table } from '../_shared/exports/table.ts';
import { openPages, readPages } from '../_shared/streams/pages.ts';
import { pageSize, tableOf, type ColumnOf } from './table-of.ts';
import { userColumns } from './users.ts';
import { bulkSentence, plainWord, titles } from './words.ts';

const title = titles.bulkResults;
/** What an export found stands as it stood then; other operations leave its columns empty. */
const columns: readonly ColumnOf<BulkRow>[] = [
  { title: title.row, width: 8, cell: (row) => row.row },
  { title: titles.users.name, width: 28, cell: (row) => row.name },
  { title: titles.users.email, width: 32, cell: (row) => row.email },
  { title: title.state, width: 13, cell: (row) => plainWord(row.state) },
  { title: title.outcome, width: 44, cell: (row) => (row.outcome === null ? null : bulkSentence(row.outcome)) },
  ...userColumns.slice(2).map(({ cell, ...column }) => ({
    ...column,
    cell: ({ data }: BulkRow) => (data === null ? null : cell(data)),
  })),
];
/** Refused by the database for whom bulk operations are not. */
export async function bulkResultsTable(lists: ListStore, jobId: string): Promise<Table> {
  const pages = readPages<BulkRow, number>(
    (after) => lists.bulkRows(jobId, after, pageSize),
    0,
    ({ row }) => row,
  );
  return tableOf('Results', columns, await openPages(pages));
}
