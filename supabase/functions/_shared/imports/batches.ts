import { maxImportBytes, maxImportRows } from '../contracts/bulk-enrol.ts';
import type { StagedRow } from './row-rules.ts';
import { UnreadableFile } from './unreadable-file.ts';

const batchRows = 1000;
/** Characters: a batch is one request, and wide rows make it large before there are many. */
const batchLength = 1_000_000;
/** Characters of all rows: a workbook can repeat a long text for next to nothing. */
const maxLength = 64_000_000;

const lengthOf = ({ raw }: StagedRow) =>
  Object.entries(raw).reduce((length, [heading, text]) => length + heading.length + text.length, 0);

/** Gathers rows, and hands them over whenever there are enough for one request. Holds the limits of a file. */
export function createBatches(take: (rows: StagedRow[]) => Promise<void>) {
  let batch: StagedRow[] = [];
  let length = 0;
  let count = 0;
  let total = 0;
  let taking = Promise.resolve();
  const flush = async () => {
    const rows = batch;
    batch = [];
    length = 0;
    if (rows.length === 0) return;
    // One batch is taken while the next is read, never more.
    await taking;
    taking = take(rows);
    // Told to whoever waits for it next.
    taking.catch(() => undefined);
  };
  return {
    async add(row: StagedRow): Promise<void> {
      count += 1;
      if (count > maxImportRows) throw new UnreadableFile('too_many_rows', { limit: maxImportRows });
      batch.push(row);
      const added = lengthOf(row);
      length += added;
      total += added;
      if (total > maxLength) throw new UnreadableFile('too_large', { limit: maxImportBytes });
      if (batch.length >= batchRows || length >= batchLength) await flush();
    },
    /** Hands the rest over; answers how many rows there were. */
    async end(): Promise<number> {
      await flush();
      await taking;
      return count;
    },
  };
}
