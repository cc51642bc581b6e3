import type { LeadRow } from '../_shared/db/list-rows.ts';
import type { LeadFilter, ListStore } from '../_shared/db/lists.ts';
import { indiaDay } from '../_shared/exports/india-time.ts';
import type { Table } from '../_shared/exports/table.ts';
import { openPages } from '../_shared/streams/pages.ts';
import { pagesByPlace, tableOf, timeOf, type ColumnOf } from './table-of.ts';
import { plainWord, titles, yes } from './words.ts';

const title = titles.leads;
const columnsWith = (trackNames: ReadonlyMap<string, string>): readonly ColumnOf<LeadRow>[] => [
  { title: title.reference, width: 13, cell: (row) => row.reference },
  { title: title.status, width: 13, cell: (row) => plainWord(row.status) },
  { title: title.kind, width: 13, cell: (row) => plainWord(row.kind) },
  { title: title.institution, width: 32, cell: (row) => row.institution_name },
  { title: title.contact, width: 24, cell: (row) => row.contact_name },
  { title: title.designation, width: 20, cell: (row) => row.designation },
  { title: title.email, width: 32, cell: (row) => row.contact_email },
  { title: title.phone, width: 18, cell: (row) => row.contact_phone },
  { title: title.website, width: 28, cell: (row) => row.website },
  { title: title.address, width: 36, cell: (row) => row.address },
  { title: title.city, width: 18, cell: (row) => row.city },
  { title: title.state, width: 16, cell: (row) => row.state },
  { title: title.students, width: 17, cell: (row) => row.expected_students },
  { title: title.tracks, width: 32, cell: (row) => row.track_ids.map((id) => trackNames.get(id) ?? id).join('; ') },
  // Kept in paise.
  { title: title.value, width: 21, cell: (row) => row.estimated_value && row.estimated_value / 100 },
  { title: title.followUp, width: 13, as: 'day', cell: (row) => row.follow_up_date && indiaDay(row.follow_up_date) },
  { title: title.overdue, width: 10, cell: (row) => (row.overdue ? yes : null) },
  { title: title.assignee, width: 24, cell: (row) => row.assignee_name },
  { title: title.enquiries, width: 10, cell: (row) => row.enquiries },
  { title: title.created, width: 25, cell: (row) => timeOf(row.created_at) },
  { title: title.last, width: 25, cell: (row) => timeOf(row.last_enquiry_at) },
  { title: title.closed, width: 20, cell: (row) => timeOf(row.closed_at) },
  { title: title.lostReason, width: 32, cell: (row) => row.lost_reason },
];

/** Refused by the database for whom leads are not. */
export async function leadsTable(lists: ListStore, filter: LeadFilter): Promise<Table> {
  const pages = await openPages(pagesByPlace((offset, limit) => lists.leads(filter, offset, limit)));
  return tableOf('Leads', columnsWith(await lists.trackNames()), pages);
}
