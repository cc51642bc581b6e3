import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export type ZipEntry = {
  /** Without folders; the caller sees to it that no name comes twice. */
  name: string;
  modified: Date;
  content: Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** For text. PDFs and pictures are packed already. */
  deflate?: boolean;
};

/** Beyond these a reader needs zip64, which is not written here. */
const limits = { entries: 65_534, bytes: 0xffff_ffff };

/** The bytes of a ZIP archive, made as they are asked for: at any time one piece of one entry is held. */
export async function* zipChunks(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  most = limits,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let bytes = 0;
  let count = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    bytes += chunk.length;
    ready.push(chunk);
  });
  // What was made so far, up to the end of the piece that was pushed last.
  function* drain() {
    if (bytes > most.bytes || count > most.entries) throw new Error('The archive would need zip64.');
    const chunks = ready;
    ready = [];
    yield* chunks;
  }

  for await (const { name, modified, content, deflate } of entries) {
    const file = deflate ? new ZipDeflate(name, { level: 3 }) : new ZipPassThrough(name);
    file.mtime = modified;
    zip.add(file);
    count += 1;
    if (content instanceof Uint8Array) {
      file.push(content, true);
    } else {
      for await (const piece of content) {
        file.push(piece);
        yield* drain();
      }
      file.push(new Uint8Array(), true);
    }
    yield* drain();
  }
  zip.end();
  yield* drain();
}
