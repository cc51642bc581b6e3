import { describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { eachRow, openPages, readPages } from './pages.ts';

/** A list that is read from a place on, at most three rows at a time. */
function list(length: number) {
  const asked: number[] = [];
  return {
    asked,
    read: async (from: number) => {
      asked.push(from);
      return Array.from({ length: Math.min(3, length - from) }, (_row, index) => from + index);
    },
  };
}
const after = (last: number) => last + 1;

describe('pages', () => {
  it('are read until one is empty, short ones included', async () => {
    for (const [length, questions] of [
      [0, [0]],
      [2, [0, 2]],
      [7, [0, 3, 6, 7]],
    ] as const) {
      const { asked, read } = list(length);
      const rows = await collect(eachRow(readPages(read, 0, after)));
      expect(rows).toEqual(Array.from({ length }, (_row, index) => index));
      expect(asked).toEqual(questions);
    }
  });

  it('are asked for as they are needed, but for the first', async () => {
    const { asked, read } = list(7);
    const pages = await openPages(readPages(read, 0, after));
    expect(asked).toEqual([0]);
    expect((await pages.next()).value).toEqual([0, 1, 2]);
    expect(asked).toEqual([0]);
    expect(await collect(pages)).toEqual([[3, 4, 5], [6]]);
  });

  it('refuse at once when the first is refused', async () => {
    const read = async (): Promise<number[]> => {
      throw new Error('not yours');
    };
    await expect(openPages(readPages(read, 0, after))).rejects.toThrow('not yours');
  });

  it('are left when their reader leaves', async () => {
    let left = false;
    async function* endless() {
      try {
        for (;;) yield [1];
      } finally {
        left = true;
      }
    }
    for await (const _page of await openPages(endless())) break;
    expect(left).toBe(true);
  });
});
