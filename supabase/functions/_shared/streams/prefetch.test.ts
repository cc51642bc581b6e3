import { describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { prefetch } from './prefetch.ts';

/** Work that ends when the test says so. */
function work() {
  const running = new Map<number, (answer: string) => void>();
  return {
    running,
    begin: (item: number) => new Promise<string>((resolve) => running.set(item, resolve)),
    finish(item: number) {
      running.get(item)?.(`done ${item}`);
      running.delete(item);
    },
  };
}

async function* numbers(upTo: number, onEnd: () => void = () => undefined) {
  try {
    for (let item = 1; item <= upTo; item += 1) yield item;
  } finally {
    onEnd();
  }
}

/** Long enough for every promise that can go on to have gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('work ahead of the reader', () => {
  it('is done on so many at a time and answered in order', async () => {
    const { running, begin, finish } = work();
    const answers = prefetch(numbers(5), 3, begin);
    const first = answers.next();
    await settled();
    expect([...running.keys()]).toEqual([1, 2, 3]);
    finish(2);
    finish(1);
    expect((await first).value).toBe('done 1');
    expect((await answers.next()).value).toBe('done 2');
    expect([...running.keys()]).toEqual([3, 4]);
    const third = answers.next();
    await settled();
    for (const item of [3, 4, 5]) finish(item);
    expect((await third).value).toBe('done 3');
    expect(await collect(answers)).toEqual(['done 4', 'done 5']);
  });

  it('begins nothing more once the reader has left', async () => {
    const begun: number[] = [];
    let closed = false;
    const source = numbers(100, () => (closed = true));
    for await (const answer of prefetch(source, 2, async (item) => begun.push(item))) {
      if (answer === 3) break;
    }
    expect(closed).toBe(true);
    expect(begun.length).toBeLessThan(6);
  });

  it('fails when it is the turn of what failed, after all that came before', async () => {
    const answers = prefetch(numbers(4), 4, async (item) => {
      if (item === 2) throw new Error('two');
      return item;
    });
    expect((await answers.next()).value).toBe(1);
    await expect(answers.next()).rejects.toThrow('two');
  });
});
