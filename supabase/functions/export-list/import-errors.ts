import { importColumns } from '../_shared/contracts/bulk-enrol.ts';
import { isErrorHeading } from '../_shared/contracts/import-headings.ts';
import type { ImportRow } from '../_shared/db/list-rows.ts';
import type { ListStore } from '../_shared/db/lists.ts';
import type { Table } from '../_shared/exports/table.ts';
import { notFound } from '../_shared/http/errors.ts';
import { openPages, readPages } from '../_shared/streams/pages.ts';
import { pageSize, tableOf, type ColumnOf } from './table-of.ts';
import { faultSentence, reasonSentence, titles } from './words.ts';

const givenColumn = (heading: string): ColumnOf<ImportRow> => ({
  title: heading,
  width: 28,
  cell: ({ raw }) => {
    const given = raw[heading];
    // White space around a cell means nothing to the reader, and at its front it would look like the start of a formula.
    return typeof given === 'string' ? given.trim() : null;
  },
});

const reasonColumn: ColumnOf<ImportRow> = {
  title: titles.importErrors.error,
  width: 70,
  cell: ({ faults, reason }) => {
    const sentences = faults.map(faultSentence);
    if (reason && !faults.some(({ code }) => code === reason)) sentences.push(reasonSentence(reason));
    return sentences.join(' ');
  },
};

/**
 * The rows that got no seat, with the file's own columns as they were given and the reasons in a column that bulk enrolment
 * leaves out: to mend and to hand in again. An import that is not the caller's to see does not exist.
 */
export async function importErrorsTable(lists: ListStore, importId: string): Promise<Table> {
  const file = await lists.findImport(importId);
  if (!file) throw notFound('The import');
  const headings = new Set((file.columns ?? importColumns).filter((heading) => !isErrorHeading(heading)));
  const columns = [...[...headings].map(givenColumn), reasonColumn];
  const pages = readPages<ImportRow, number>(
    (after) => lists.importErrors(importId, after, pageSize),
    0,
    (last) => last.row_number,
  );
  return tableOf('Rows to mend', columns, await openPages(pages));
}
