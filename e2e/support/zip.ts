import { unzipSync } from 'fflate';

/** What a downloaded archive holds. */
export function zipEntries(archive: Uint8Array): { name: string; content: Buffer }[] {
  return Object.entries(unzipSync(archive)).map(([name, content]) => ({ name, content: Buffer.from(content) }));
}
