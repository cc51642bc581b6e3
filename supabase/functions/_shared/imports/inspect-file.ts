import { maxImportBytes } from '../contracts/bulk-enrol.ts';
import { kindOf } from './file-kind.ts';
import { createEncodingCheck, type TextEncoding } from './text-encoding.ts';
import { UnreadableFile } from './unreadable-file.ts';

export type FileBytes = ReadableStream<Uint8Array<ArrayBuffer>>;
/** Opens the file anew, from its start. */
export type OpenFile = () => Promise<FileBytes>;

export type Inspection = { kind: 'zip' } | { kind: 'text'; encoding: TextEncoding };

const headSize = 4096;

/** Passes pieces on, the first one large enough to tell the file by. */
async function* withHead(stream: FileBytes): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let head = new Uint8Array();
  let passed = false;
  for await (const chunk of stream) {
    if (passed) {
      yield chunk;
      continue;
    }
    head = concat(head, chunk);
    if (head.length < headSize) continue;
    passed = true;
    yield head;
  }
  if (!passed && head.length > 0) yield head;
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

/**
 * Reads a file once, keeping nothing: what kind it is and, of a text, how it is encoded. Only the last byte can tell the
 * encoding, so that rows are read in a second turn.
 */
export async function inspectFile(open: OpenFile): Promise<Inspection> {
  let check: ReturnType<typeof createEncodingCheck> | null = null;
  let size = 0;
  for await (const bytes of withHead(await open())) {
    size += bytes.length;
    if (size > maxImportBytes) throw new UnreadableFile('too_large', { limit: maxImportBytes });
    if (!check) {
      if (kindOf(bytes) === 'zip') return { kind: 'zip' };
      check = createEncodingCheck(bytes);
    }
    check.push(bytes);
  }
  if (!check) throw new UnreadableFile('empty_file');
  return { kind: 'text', encoding: check.end() };
}

/** All of a file: an archive keeps its table of contents at the end. */
export async function readWhole(open: OpenFile): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of await open()) {
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
