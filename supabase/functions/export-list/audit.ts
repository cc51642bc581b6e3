import type { AuditRow } from '../_shared/db/list-rows.ts';
import type { AuditFilter, ListStore } from '../_shared/db/lists.ts';
import type { Table } from '../_shared/exports/table.ts';
import { openPages, readPages } from '../_shared/streams/pages.ts';
import { pageSize, tableOf, timeOf, type ColumnOf } from './table-of.ts';
import { titles } from './words.ts';

const title = titles.audit;
const sideOf = (side: 'before' | 'after' | 'rest') => (row: AuditRow) => {
  const { before, after, ...rest } = row.details;
  const value = { before, after, rest }[side] ?? {};
  return JSON.stringify(value) === '{}' ? null : JSON.stringify(value);
};

const columns: readonly ColumnOf<AuditRow>[] = [
  { title: title.id, width: 10, cell: (row) => row.id },
  { title: title.at, width: 22, cell: (row) => timeOf(row.at) },
  { title: title.actor, width: 26, cell: (row) => row.actor_name ?? row.actor },
  { title: title.action, width: 26, cell: (row) => row.action },
  { title: title.subjectType, width: 18, cell: (row) => row.subject_type },
  { title: title.subjectId, width: 38, cell: (row) => row.subject_id },
  { title: title.subject, width: 28, cell: (row) => row.subject_name },
  { title: title.reason, width: 40, cell: (row) => row.reason },
  { title: title.before, width: 40, cell: sideOf('before') },
  { title: title.after, width: 40, cell: sideOf('after') },
  { title: title.more, width: 30, cell: sideOf('rest') },
  { title: title.address, width: 18, cell: (row) => row.origin.address ?? null },
  { title: title.agent, width: 40, cell: (row) => row.origin.agent ?? null },
];

/** Refused by the database for whom the log is not. What is written while the file is, is not in it. */
export async function auditTable(lists: ListStore, filter: AuditFilter): Promise<Table> {
  const pages = readPages<AuditRow, { id: number; at: string } | null>(
    (after) => lists.audit(filter, after, pageSize),
    null,
    ({ id, at }) => ({ id, at }),
  );
  return tableOf('Audit log', columns, await openPages(pages));
}
