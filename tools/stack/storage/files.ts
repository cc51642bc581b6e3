import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StorageError } from './errors.ts';

export interface StoredFile {
  version: string;
  size: number;
  eTag: string;
}

/** File contents on disk, one file per version, so that a row in the database always points at a whole file. */
export function fileStore(folder: string) {
  const drafts = join(folder, 'drafts');
  mkdirSync(drafts, { recursive: true, mode: 0o700 });

  return {
    async write(content: ReadableStream<Uint8Array> | null, sizeLimit: number | null): Promise<StoredFile> {
      const version = randomUUID();
      const draft = join(drafts, version);
      const hash = createHash('md5');
      let size = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _, done) {
          size += chunk.length;
          hash.update(chunk);
          const tooLarge = sizeLimit !== null && size > sizeLimit;
          done(
            tooLarge
              ? new StorageError('413', 'Payload too large', 'The object exceeded the maximum allowed size')
              : null,
            chunk,
          );
        },
      });
      try {
        await pipeline(
          content ? Readable.from(content) : Readable.from([]),
          measure,
          createWriteStream(draft, { mode: 0o600 }),
        );
        await rename(draft, join(folder, version));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      return { version, size, eTag: `"${hash.digest('hex')}"` };
    },
    read: (version: string, range?: { start: number; end: number }) =>
      webStream(createReadStream(join(folder, version), range)),
    remove: (version: string | null) => (version ? rm(join(folder, version), { force: true }) : Promise.resolve()),
  };
}

function webStream(source: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = source[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void source.destroy(),
  });
}

export type FileStore = ReturnType<typeof fileStore>;
