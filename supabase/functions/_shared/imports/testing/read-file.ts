import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readImportFile, type FileFacts } from '../read-import-file.ts';
import type { FileBytes } from '../read-whole.ts';
import type { StagedRow } from '../row-rules.ts';
import { UnreadableFile, type ProblemDetails } from '../unreadable-file.ts';

const folder = new URL('../../../../tests/files/imports/', import.meta.url);

export const importFile = (name: string): Promise<Buffer<ArrayBuffer>> =>
  readFile(fileURLToPath(new URL(name, folder)));

/** A stored file, as it arrives. */
export function openBytes(bytes: Uint8Array<ArrayBuffer>): FileBytes {
  const size = 65_536;
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

export type Reading = { facts: FileFacts; rows: StagedRow[] } | { problem: string; details: ProblemDetails | null };

/** Its text comes in small pieces, so that each test also cuts letters, quotes and line ends in two. */
export async function readBytes(bytes: Uint8Array<ArrayBuffer>, pieceSize = 61): Promise<Reading> {
  const rows: StagedRow[] = [];
  try {
    const facts = await readImportFile(openBytes(bytes), async (batch) => void rows.push(...batch), pieceSize);
    return { facts, rows };
  } catch (error) {
    if (error instanceof UnreadableFile) return { problem: error.problem, details: error.details };
    throw error;
  }
}

export async function readGood(bytes: Uint8Array<ArrayBuffer>, pieceSize?: number) {
  const reading = await readBytes(bytes, pieceSize);
  if ('problem' in reading) throw new Error(`The file was not read: ${reading.problem}`);
  return reading;
}

/** Each fault as `row column code`. */
export const faultsOf = (rows: readonly StagedRow[]): string[] =>
  rows.flatMap(({ row_number, faults }) => faults.map(({ column, code }) => `${row_number} ${column} ${code}`));
