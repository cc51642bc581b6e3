import { describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { byteStream, type StreamEnd } from './byte-stream.ts';

const piece = (size: number) => new Uint8Array(size).fill(1);

function follow(make: (signal: AbortSignal) => AsyncGenerator<Uint8Array>) {
  const ends: StreamEnd[] = [];
  return { ends, body: byteStream(make, (end) => ends.push(end)) };
}

describe('a body that is made while it is read', () => {
  it('joins small pieces and tells its end once', async () => {
    const { ends, body } = follow(async function* () {
      for (let index = 0; index < 100; index += 1) yield piece(1000);
    });
    const chunks = await collect(body);
    expect(chunks.map((chunk) => chunk.length)).toEqual([66_000, 34_000]);
    expect(ends).toEqual([{ outcome: 'complete', bytes: 100_000 }]);
  });

  it('may be empty', async () => {
    const { ends, body } = follow(async function* () {});
    expect(await collect(body)).toEqual([]);
    expect(ends).toEqual([{ outcome: 'complete', bytes: 0 }]);
  });

  it('waits for its reader', async () => {
    let made = 0;
    const { body } = follow(async function* () {
      for (;;) {
        made += 1;
        yield piece(70_000);
      }
    });
    const reader = body.getReader();
    for (let index = 0; index < 5; index += 1) await reader.read();
    expect(made).toBeLessThanOrEqual(7);
    await reader.cancel();
  });

  it('stops the work when its reader leaves, also in the middle of a wait', async () => {
    let closed = false;
    const { ends, body } = follow(async function* (signal) {
      try {
        yield piece(70_000);
        await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('left'))));
      } finally {
        closed = true;
      }
    });
    const reader = body.getReader();
    await reader.read();
    const waiting = reader.read();
    await reader.cancel();
    await waiting;
    expect(closed).toBe(true);
    expect(ends).toEqual([{ outcome: 'cancelled', bytes: 70_000 }]);
  });

  it('breaks off when the work fails, so that nobody takes it for whole', async () => {
    const fault = new Error('the database went away');
    const { ends, body } = follow(async function* () {
      yield piece(70_000);
      throw fault;
    });
    await expect(collect(body)).rejects.toThrow(fault);
    expect(ends).toEqual([{ outcome: 'failed', bytes: 70_000, error: fault }]);
  });
});
