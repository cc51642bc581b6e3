import { safeFileName } from '../_shared/archive/file-name.ts';
import type { ZipEntry } from '../_shared/archive/zip-chunks.ts';
import type { InstitutionCertificate } from '../_shared/db/institution-certificates.ts';
import { csvChunks } from '../_shared/exports/csv.ts';
import type { Cell, Column } from '../_shared/exports/table.ts';
import { prefetch } from '../_shared/streams/prefetch.ts';
import { readPdf, type ReadPdfDeps } from './read-pdf.ts';

/** Documents on their way at a time: enough to hide the storage's delay, few enough to hold. */
const width = 4;

export type Tally = { files: number; drawn: number; failed: number };

const indexColumns: readonly Column[] = [
  { title: 'Certificate', width: 20 },
  { title: 'Name', width: 30 },
  { title: 'Track', width: 30 },
  { title: 'Issued on (India)', width: 14, as: 'day' },
  { title: 'Valid until (India)', width: 14, as: 'day' },
  { title: 'Verify at', width: 50 },
  { title: 'File', width: 50 },
];

/**
 * The entries of the archive: each document, then the list of them, then what could not be had. The number makes a name the
 * only one of its kind. Counts into `tally`.
 */
export async function* archiveEntries(
  deps: ReadPdfDeps,
  certificates: AsyncIterable<InstitutionCertificate>,
  tally: Tally,
  signal: AbortSignal,
): AsyncGenerator<ZipEntry> {
  const modified = new Date();
  const index: Cell[][] = [];
  const failures: string[] = [];
  for await (const read of prefetch(certificates, width, (certificate) => readPdf(deps, certificate, signal))) {
    const { number, holder_name, track_name, issued_at, expires_at } = read.certificate;
    if (read.pdf === null && read.revoked) continue;
    const name = read.pdf && safeFileName(`${number} ${holder_name}`, 'pdf');
    const days = [new Date(issued_at), new Date(expires_at)];
    index.push([number, holder_name, track_name, ...days, `${deps.appUrl}/verify/${number}`, name]);
    if (!read.pdf || !name) {
      tally.failed += 1;
      failures.push(`${number} ${holder_name}`);
      continue;
    }
    tally.files += 1;
    if (read.drawn) tally.drawn += 1;
    yield { name, modified: days[0] ?? modified, content: read.pdf };
  }
  yield {
    name: 'certificates.csv',
    modified,
    deflate: true,
    content: csvChunks({ columns: indexColumns, pages: once(index) }),
  };
  if (failures.length > 0) yield { name: 'errors.txt', modified, deflate: true, content: errorsText(failures) };
}

async function* once<T>(page: T): AsyncGenerator<T> {
  yield page;
}

function errorsText(failures: readonly string[]): Uint8Array {
  const head =
    'These certificates could not be read and are missing from this archive. Download them one by one, or try again later.';
  return new TextEncoder().encode(`\uFEFF${[head, '', ...failures].join('\r\n')}\r\n`);
}
