import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileBytes, OpenFile } from '../inspect-file.ts';
import { readImportFile, type FileFacts } from '../read-import-file.ts';
import type { StagedRow } from '../row-rules.ts';
import { UnreadableFile, type ProblemDetails } from '../unreadable-file.ts';

const folder = new URL('../../../../tests/files/imports/', import.meta.url);

export const importFile = (name: string): Promise<Buffer<ArrayBuffer>> =>
  readFile(fileURLToPath(new URL(name, folder)));

/** A stored file. Its pieces are small, so that each test also cuts letters, quotes and line ends in two. */
export function openBytes(bytes: Uint8Array<ArrayBuffer>, pieceSize = 61): OpenFile {
  return async (): Promise<FileBytes> => {
    let at = 0;
    return new ReadableStream({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(at, at + pieceSize));
        at += pieceSize;
      },
    });
  };
}

export type Reading = { facts: FileFacts; rows: StagedRow[] } | { problem: string; details: ProblemDetails | null };

export async function readBytes(bytes: Uint8Array<ArrayBuffer>, pieceSize?: number): Promise<Reading> {
  const rows: StagedRow[] = [];
  try {
    const facts = await readImportFile(openBytes(bytes, pieceSize), async (batch) => void rows.push(...batch));
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
