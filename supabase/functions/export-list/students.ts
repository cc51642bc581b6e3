import type { StudentRow } from '../_shared/db/list-rows.ts';
import type { ListStore, StudentFilter } from '../_shared/db/lists.ts';
import type { Table } from '../_shared/exports/table.ts';
import { openPages } from '../_shared/streams/pages.ts';
import { pagesByPlace, tableOf, timeOf, type ColumnOf } from './table-of.ts';
import { plainWord, riskWord, titles } from './words.ts';

const title = titles.students;
const columns: readonly ColumnOf<StudentRow>[] = [
  { title: title.name, width: 28, cell: (row) => row.full_name },
  { title: title.email, width: 32, cell: (row) => row.email },
  { title: title.rollNo, width: 16, cell: (row) => row.roll_no },
  { title: title.track, width: 28, cell: (row) => row.track_name },
  { title: title.state, width: 13, cell: (row) => plainWord(row.state) },
  { title: title.percent, width: 13, cell: (row) => row.percent },
  { title: title.modulesDone, width: 14, cell: (row) => row.modules_completed },
  { title: title.modules, width: 10, cell: (row) => row.modules_total },
  { title: title.bestTest, width: 18, cell: (row) => row.best_test_score },
  { title: title.testsPassed, width: 13, cell: (row) => row.tests_passed },
  { title: title.exam, width: 13, cell: (row) => row.exam_status && plainWord(row.exam_status) },
  { title: title.examScore, width: 15, cell: (row) => row.exam_score },
  { title: title.certificate, width: 20, cell: (row) => row.certificate_number },
  { title: title.risk, width: 26, cell: (row) => row.risk && riskWord(row.risk) },
  { title: title.lastActive, width: 24, cell: (row) => timeOf(row.last_active_at) },
  { title: title.invited, width: 22, cell: (row) => timeOf(row.invited_at) },
  { title: title.joined, width: 22, cell: (row) => timeOf(row.joined_at) },
  { title: title.assigned, width: 24, cell: (row) => timeOf(row.assigned_at) },
];

/** Refused by the database for whom the institution is not. */
export async function studentsTable(lists: ListStore, filter: StudentFilter): Promise<Table> {
  const pages = pagesByPlace((offset, limit) => lists.students(filter, offset, limit));
  return tableOf('Students', columns, await openPages(pages));
}
