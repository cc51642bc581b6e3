import type { Sheet } from '../sheet-row.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { openArchive, type Archive } from './archive.ts';
import { createShowNumber, readFormats } from './number-formats.ts';
import { findParts } from './parts.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readRows } from './sheet-rows.ts';

/** Any fault in an archive or its XML is the file's. */
async function asFileFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('broken_workbook');
  }
}

/** Opens the first sheet of a workbook (.xlsx). Of its parts only the table of texts is kept. */
export async function openWorkbook(bytes: Uint8Array): Promise<Sheet> {
  const { archive, parts, strings, showNumber } = await asFileFault(() => readAround(bytes));
  async function* rows() {
    const iterator = readRows(archive.read(parts.sheet), { strings, showNumber });
    try {
      for (;;) {
        const { done, value } = await asFileFault(() => iterator.next());
        if (done) return;
        yield value;
      }
    } finally {
      await iterator.return(undefined);
    }
  }
  return { facts: { encoding: null, delimiter: null, rectangular: false }, rows: rows() };
}

async function readAround(bytes: Uint8Array) {
  const archive: Archive = await openArchive(bytes);
  const parts = await findParts(archive);
  const strings = parts.strings === null ? [] : await readSharedStrings(archive.read(parts.strings));
  const formats = parts.styles === null ? [] : await readFormats(archive.read(parts.styles));
  return { archive, parts, strings, showNumber: createShowNumber(formats, parts.since1904) };
}
