import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { zipChunks, type ZipEntry } from './zip-chunks.ts';

const modified = new Date('2026-04-01T09:41:00Z');
const bytes = (text: string) => new TextEncoder().encode(text);
const entry = (name: string, text: string, more: Partial<ZipEntry> = {}): ZipEntry => ({
  name,
  modified,
  content: bytes(text),
  ...more,
});

async function archive(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>) {
  const chunks = await collect(zipChunks(entries));
  return Buffer.concat(chunks);
}

describe('an archive', () => {
  it('holds every entry as it was given, stored or packed, in one piece or in many', async () => {
    async function* pieces() {
      yield bytes('one, ');
      yield bytes('two, ');
      yield bytes('three');
    }
    const files = unzipSync(
      await archive([
        entry('a.pdf', '%PDF a'),
        entry('प्रिया.pdf', '%PDF b'),
        entry('list.csv', '', { content: pieces(), deflate: true }),
        entry('empty.txt', ''),
      ]),
    );
    const texts = Object.entries(files).map(([name, content]) => [name, new TextDecoder().decode(content)]);
    expect(texts).toEqual([
      ['a.pdf', '%PDF a'],
      ['प्रिया.pdf', '%PDF b'],
      ['list.csv', 'one, two, three'],
      ['empty.txt', ''],
    ]);
  });

  it('packs what is asked for only', async () => {
    const text = 'the same again and again '.repeat(200);
    expect((await archive([entry('a.txt', text, { deflate: true })])).length).toBeLessThan(text.length / 10);
    expect((await archive([entry('a.txt', text)])).length).toBeGreaterThan(text.length);
  });

  it('asks for an entry only when the bytes before it were taken', async () => {
    let asked = 0;
    async function* many() {
      for (asked = 1; ; asked += 1) yield entry(`${asked}.pdf`, 'x'.repeat(1000));
    }
    const chunks = zipChunks(many());
    let taken = 0;
    while (taken < 10_000) taken += (await chunks.next()).value?.length ?? 0;
    expect(asked).toBeLessThanOrEqual(10);
    await chunks.return(undefined);
  });

  it('refuses to become one that its directory cannot describe', async () => {
    const files = [entry('a', 'x'.repeat(1000)), entry('b', 'x'.repeat(1000)), entry('c', '')];
    const whole = (most: { entries: number; bytes: number }) => collect(zipChunks(files, most));
    expect(await whole({ entries: 3, bytes: 4000 })).not.toEqual([]);
    await expect(whole({ entries: 2, bytes: 4000 })).rejects.toThrow('zip64');
    await expect(whole({ entries: 3, bytes: 2000 })).rejects.toThrow('zip64');
  });
});
