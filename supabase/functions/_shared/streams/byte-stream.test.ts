import { describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { byteStream, type StreamEnd } from './byte-stream.ts';

const piece = (size: number) => new Uint8Array(size).fill(1);

function follow(make: (signal: AbortSignal) => AsyncGenerator<Uint8Array>) {
  const ends: StreamEnd[] = [];
  return { ends, body: byteStream(make, (end) => ends.push(end)) };
}

describe('a body that is made while it is read', () => {
  it('joins small pieces, hands large ones on and tells its end once', async () => {
    const sizes = [30, 60_000, 16, 30, 60_000, ...Array.from({ length: 100 }, () => 1000), 5];
    const { ends, body } = follow(async function* () {
      for (const size of sizes) yield piece(size);
    });
    const chunks = await collect(body);
    expect(chunks.map((chunk) => chunk.length)).toEqual([
      30, 60_000, 46, 60_000, 17_000, 17_000, 17_000, 17_000, 17_000, 15_005,
    ]);
    expect(ends).toEqual([{ outcome: 'complete', bytes: 220_081 }]);
  });

  it('changes no byte and no order', async () => {
    const { body } = follow(async function* () {
      for (let index = 0; index < 40_000; index += 1) yield Uint8Array.of(index % 251);
      yield Uint8Array.from({ length: 20_000 }, (_byte, index) => index % 7);
    });
    const bytes = Buffer.concat(await collect(body));
    expect(bytes).toHaveLength(60_000);
    expect(bytes.subarray(0, 40_000).every((byte, index) => byte === index % 251)).toBe(true);
    expect(bytes.subarray(40_000).every((byte, index) => byte === index % 7)).toBe(true);
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
