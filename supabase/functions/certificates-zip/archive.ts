import { safeFileName } from '../_shared/archive/file-name.ts';
import type { ZipEntry } from '../_shared/archive/zip-chunks.ts';
import type { InstitutionCertificate } from '../_shared/db/institution-certificates.ts';
import { csvChunks } from '../_shared/exports/csv.ts';
import type { Cell, Column } from '../_shared/exports/table.ts';
import { safeMessage } from '../_shared/http/log.ts';
import { prefetch } from '../_shared/streams/prefetch.ts';
import { readPdf, type ReadPdfDeps } from './read-pdf.ts';

/** Documents on their way at a time: enough to hide the storage's delay, few enough to hold. */
const width = 4;

export type Tally = { files: number; drawn: number; failed: number; lastFailure?: string };

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
    const days = [new Date(issued_at), new Date(expires_at)];
    const list = (file: string | null) =>
      index.push([number, holder_name, track_name, ...days, `${deps.appUrl}/verify/${number}`, file]);
    if (read.pdf === null) {
      if (read.revoked) continue;
      tally.failed += 1;
      tally.lastFailure = safeMessage(read.error);
      failures.push(`${number} ${holder_name}`);
      list(null);
      continue;
    }
    const name = safeFileName(`${number} ${holder_name}`, 'pdf');
    list(name);
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
