import { describe, expect, it } from 'vitest';
import { openBytes, readBytes, readGood } from './testing/read-file.ts';
import { makeWorkbook, sheetRow } from './testing/make-workbook.ts';
import { readImportFile } from './read-import-file.ts';

const student = (at: number) => [`student${at}@example.com`, `Student ${at} Rao`] as const;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const csv = (rows: number) =>
  bytesOf(['email,full_name', ...Array.from({ length: rows }, (_, at) => student(at).join(','))].join('\n'));
const piece = 65_536;

describe('the limits of a file', () => {
  it('are 50,000 rows, blank ones aside, which are read in order and in small batches', async () => {
    const batches: number[] = [];
    let last = 1;
    const facts = await readImportFile(openBytes(Buffer.concat([csv(50_000), bytesOf('\n\n ,\n')])), async (rows) => {
      batches.push(rows.length);
      expect(rows.map((row) => row.row_number)).toEqual(rows.map((_, at) => last + 1 + at));
      last += rows.length;
    });
    expect(facts.rows).toBe(50_000);
    expect(last).toBe(50_001);
    expect(Math.max(...batches)).toBe(1000);
  });

  const refusal = { problem: 'too_many_rows', details: { limit: 50_000 } };

  it('refuse the whole CSV at its 50,001st row', async () => {
    expect(await readBytes(csv(50_001), piece)).toEqual(refusal);
  });

  it('refuse the whole workbook at its 50,001st row', async () => {
    const rows = Array.from({ length: 50_001 }, (_, at) => sheetRow(at + 2, ...student(at)));
    expect(await readBytes(await makeWorkbook(sheetRow(1, 'email', 'full_name') + rows.join('')), piece)).toEqual(
      refusal,
    );
  });

  it('end the reading of blank rows', async () => {
    expect(await readBytes(bytesOf(`email,full_name\n${',\n'.repeat(200_001)}`), piece)).toEqual(refusal);
  });

  it.each(['email,full_name\n', 'PK\u0003\u0004'])('are 10 MiB for what begins with %j', async (beginning) => {
    const bytes = new Uint8Array(10 * 1024 * 1024 + 1).fill(97);
    bytes.set(bytesOf(beginning));
    expect(await readBytes(bytes, piece)).toEqual({ problem: 'too_large', details: { limit: 10_485_760 } });
  });

  it('bound a record: a quotation mark that swallows the rest is found before the rest is read', async () => {
    const swallowed = `email,full_name\na@example.com,"Asha\n${'b@example.com,Ravi\n'.repeat(10_000)}`;
    expect(await readBytes(bytesOf(swallowed), piece)).toEqual({ problem: 'broken_quote', details: { row: 2 } });
    expect(await readBytes(bytesOf('x'.repeat(200_000)), piece)).toEqual({ problem: 'wrong_type', details: null });
  });

  it('bound what is kept of a cell and of a row', async () => {
    const cells = Array.from({ length: 10 }, () => 'y'.repeat(3000));
    const heading = cells.map((_, at) => `note ${at}`);
    const { rows } = await readGood(
      bytesOf(`email,full_name,${heading.join(',')}\na@example.com,Asha Rao,${cells.join(',')}\n`),
    );
    const kept = Object.values(rows[0]?.raw ?? {}).map((text) => text.length);
    expect(Math.max(...kept)).toBe(1000);
    expect(kept.reduce((sum, length) => sum + length)).toBe(4000);
    expect(rows[0]).toMatchObject({ email: 'a@example.com', faults: [] });
  });
});

describe('reading a file', () => {
  it('lets go of the file before the first row is stored: no connection waits for the database', async () => {
    const bytes = csv(50_000);
    let closed = false;
    const file = openBytes(bytes).pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({ flush: () => void (closed = true) }),
    );
    const closedAt: boolean[] = [];
    await readImportFile(file, async () => void closedAt.push(closed));
    expect(closedAt).toEqual(Array.from({ length: 50 }, () => true));
  });

  it('takes one batch at a time', async () => {
    let taking = 0;
    let most = 0;
    await readImportFile(openBytes(csv(5000)), async () => {
      most = Math.max(most, (taking += 1));
      await new Promise((resolve) => setImmediate(resolve));
      taking -= 1;
    });
    expect(most).toBe(1);
    expect(taking).toBe(0);
  });

  it('ends with the first batch that is not taken', async () => {
    let batches = 0;
    const full = async () => {
      if ((batches += 1) === 2) throw new Error('not taken');
    };
    await expect(readImportFile(openBytes(csv(5000)), full)).rejects.toThrow('not taken');
    expect(batches).toBe(2);
  });

  it('lets go of a file that is too large', async () => {
    let cancelled = 0;
    const file = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.enqueue(bytesOf('{"a": 1}'.repeat(1000))),
      cancel: () => void (cancelled += 1),
    });
    await expect(readImportFile(file, async () => undefined)).rejects.toMatchObject({ problem: 'too_large' });
    expect(cancelled).toBe(1);
  });

  it('passes on that the file could not be fetched, which is not a fault of the file', async () => {
    const cutOff = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(csv(3000)),
      pull: (controller) => controller.error(new Error('connection lost')),
    });
    await expect(readImportFile(cutOff, async () => undefined)).rejects.toThrow('connection lost');
  });
});
