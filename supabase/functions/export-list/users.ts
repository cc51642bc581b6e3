import type { UserRow } from '../_shared/db/list-rows.ts';
import type { ListStore, UserFilter } from '../_shared/db/lists.ts';
import type { Table } from '../_shared/exports/table.ts';
import { openPages } from '../_shared/streams/pages.ts';
import { pageSize, tableOf, timeOf, type ColumnOf } from './table-of.ts';
import { plainWord, titles } from './words.ts';

const title = titles.users;
export const userColumns: readonly ColumnOf<UserRow>[] = [
  { title: title.name, width: 28, cell: (row) => row.full_name },
  { title: title.email, width: 32, cell: (row) => row.email },
  { title: title.phone, width: 18, cell: (row) => row.phone },
  { title: title.kind, width: 13, cell: (row) => plainWord(row.kind) },
  { title: title.status, width: 13, cell: (row) => plainWord(row.status) },
  { title: title.identity, width: 18, cell: (row) => plainWord(row.identity) },
  {
    title: title.enrolments,
    width: 44,
    cell: (row) => row.enrolments.map(({ track_name, state }) => `${track_name} (${state})`).join('; '),
  },
  { title: title.joined, width: 22, cell: (row) => timeOf(row.joined_at) },
];

/** Refused by the database for whom people are not. */
export async function usersTable(lists: ListStore, filter: UserFilter): Promise<Table> {
  return tableOf('Users', userColumns, await openPages(readUsers(lists, filter)));
}

/** Each page names the person behind whom the next begins. */
async function* readUsers(lists: ListStore, filter: UserFilter): AsyncGenerator<UserRow[]> {
  let after: string | null = null;
  do {
    const page = await lists.users(filter, after, pageSize);
    if (page.rows.length > 0) yield page.rows;
    after = page.next?.id ?? null;
  } while (after !== null);
}
