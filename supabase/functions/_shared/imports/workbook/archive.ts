import { Uint8ArrayReader, ZipReader, type FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import { maxImportBytes } from '../../contracts/bulk-enrol.ts';
import { UnreadableFile } from '../unreadable-file.ts';

/** The parts of a workbook, inflated piece by piece as they are read. */
export type Archive = {
  has: (part: string) => boolean;
  read: (part: string) => AsyncGenerator<Uint8Array<ArrayBuffer>>;
};

/** Bytes that all parts together may inflate to; a list of 50,000 students takes a quarter. */
const maxInflated = 64 * 1024 * 1024;
const maxParts = 2000;

/** Parts are named without regard to case. */
const keyOf = (part: string) => part.replace(/^\/+/, '').toLowerCase();

export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const parts = await listParts(bytes);
  let left = maxInflated;
  return {
    has: (part) => parts.has(keyOf(part)),
    async *read(part) {
      const entry = parts.get(keyOf(part));
      if (!entry || entry.encrypted) throw new UnreadableFile('broken_workbook');
      const { uncompressedSize } = entry;
      left -= uncompressedSize;
      if (left < 0) throw new UnreadableFile('too_large', { limit: maxImportBytes });
      const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
      const inflating = entry.getData(writable, { checkSignature: true, useWebWorkers: false });
      // Told by the stream as well; whoever stops reading does not wait for it.
      inflating.catch(() => undefined);
      let inflated = 0;
      for await (const chunk of readable) {
        inflated += chunk.length;
        // The size is a claim of whoever made the archive.
        if (inflated > uncompressedSize) throw new UnreadableFile('broken_workbook');
        yield chunk;
      }
      await inflating;
    },
  };
}

async function listParts(bytes: Uint8Array): Promise<Map<string, FileEntry>> {
  const parts = new Map<string, FileEntry>();
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
  for await (const entry of reader.getEntriesGenerator()) {
    if (!entry.directory) parts.set(keyOf(entry.filename), entry);
    if (parts.size > maxParts) throw new UnreadableFile('wrong_type');
  }
  return parts;
}
