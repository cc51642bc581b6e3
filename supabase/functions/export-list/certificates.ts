import type { CertificateRow } from '../_shared/db/list-rows.ts';
import type { ListStore } from '../_shared/db/lists.ts';
import type { Table } from '../_shared/exports/table.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { openPages, readPages } from '../_shared/streams/pages.ts';
import { pageSize, tableOf, timeOf, type ColumnOf } from './table-of.ts';
import { plainWord, titles } from './words.ts';

const title = titles.certificates;
const columnsWith = (appUrl: string): readonly ColumnOf<CertificateRow>[] => [
  { title: title.number, width: 20, cell: (row) => row.number },
  { title: title.name, width: 28, cell: (row) => row.holder_name },
  { title: title.track, width: 28, cell: (row) => row.track_name },
  { title: title.status, width: 13, cell: (row) => plainWord(row.status) },
  { title: title.issued, width: 18, as: 'day', cell: (row) => timeOf(row.issued_at) },
  { title: title.expires, width: 18, as: 'day', cell: (row) => timeOf(row.expires_at) },
  { title: title.revoked, width: 18, as: 'day', cell: (row) => timeOf(row.revoked_at) },
  { title: title.verify, width: 50, cell: (row) => `${appUrl}/verify/${row.number}` },
];

/** For whom the table's own policy would show all of them; others would get an empty file and believe it. */
export async function certificatesTable(
  lists: ListStore,
  of: { institutionId: string; trackId?: string | undefined },
  appUrl: string,
): Promise<Table> {
  const access = await lists.access();
  const manages = access?.institutions.some(({ id }) => id === of.institutionId);
  if (!manages && !access?.permissions.includes('certificates.read')) {
    throw new HttpError(403, 'forbidden', 'You are not allowed to do this.');
  }
  const pages = readPages<CertificateRow, string>(
    (after) => lists.certificates(of, after, pageSize),
    '',
    (last) => last.number,
  );
  return tableOf('Certificates', columnsWith(appUrl), await openPages(pages));
}
