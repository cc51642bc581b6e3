import { maxImportRows } from '../contracts/bulk-enrol.ts';
import { createBatches } from './batches.ts';
import { openCsv } from './csv-rows.ts';
import { kindOf } from './file-kind.ts';
import { readHeader, type Layout } from './layout.ts';
import { readWhole, type FileBytes } from './read-whole.ts';
import { isBlank, judgeRow, type StagedRow } from './row-rules.ts';
import type { Sheet, SheetFacts } from './sheet-row.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { openWorkbook } from './workbook/open-workbook.ts';

/** What the person sees about the file itself. */
export type FileFacts = Pick<SheetFacts, 'encoding' | 'delimiter'> & {
  /** Headings as given, in order. */
  columns: string[];
  ignored: string[];
  rows: number;
};

/** Blank rows are not counted as rows, but not read for ever either. */
const maxBlankRows = 200_000;

async function openSheet(bytes: Uint8Array<ArrayBuffer>, pieceSize?: number): Promise<Sheet> {
  if (bytes.length === 0) throw new UnreadableFile('empty_file');
  return kindOf(bytes) === 'zip' ? await openWorkbook(bytes) : openCsv(bytes, pieceSize);
}

/**
 * Reads a list of students from the first row to the last and hands its rows over in batches, each judged by what it says
 * itself. Reads at most one batch ahead of the one that is being taken. Throws `UnreadableFile`.
 */
export async function readImportFile(
  file: FileBytes,
  take: (rows: StagedRow[]) => Promise<void>,
  pieceSize?: number,
): Promise<FileFacts> {
  const { facts, rows } = await openSheet(await readWhole(file), pieceSize);
  const batches = createBatches(take);
  let layout: Layout | null = null;
  let blank = 0;
  for await (const some of rows) {
    for (const row of some) {
      if (isBlank(row)) {
        if ((blank += 1) > maxBlankRows) throw new UnreadableFile('too_many_rows', { limit: maxImportRows });
      } else if (layout) {
        await batches.add(judgeRow(row, layout, facts.rectangular));
      } else {
        layout = readHeader(row.cells);
      }
    }
  }
  if (!layout) throw new UnreadableFile('empty_file');
  const count = await batches.end();
  if (count === 0) throw new UnreadableFile('no_rows');
  return {
    encoding: facts.encoding,
    delimiter: facts.delimiter,
    columns: layout.headings.filter((heading) => heading !== null),
    ignored: [...layout.ignored],
    rows: count,
  };
}
