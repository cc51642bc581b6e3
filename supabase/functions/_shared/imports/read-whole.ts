import { maxImportBytes } from '../contracts/bulk-enrol.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** A file as it arrives. */
export type FileBytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * Fetches all of a file, which is small, before anything is done with it: a download that waits for the database between its
 * pieces is cut off by whoever finds the connection idle.
 */
export async function readWhole(file: FileBytes): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file) {
    size += chunk.length;
    if (size > maxImportBytes) throw new UnreadableFile('too_large', { limit: maxImportBytes });
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
