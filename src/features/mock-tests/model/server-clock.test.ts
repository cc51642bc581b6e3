import { expect, it } from 'vitest';
import { createServerClock } from './server-clock';

const serverNow = '2026-01-01T10:00:00.000Z';
const at = Date.parse(serverNow);

it('goes on from the time of the server by the monotonic counter alone', () => {
  let counter = 5_000;
  const clock = createServerClock(serverNow, () => counter);
  expect(clock.now()).toBe(at);
  counter += 61_000;
  expect(clock.now()).toBe(at + 61_000);
});

it('takes the middle of the request as the moment of the server', () => {
  let counter = 1_000;
  const clock = createServerClock(serverNow, () => counter, 0);
  expect(clock.now()).toBe(at + 500);
  counter = 3_000;
  clock.sync('2026-01-01T10:00:10.000Z', 2_000);
  expect(clock.now()).toBe(at + 10_500);
});

it('is put right by every later answer, forwards and backwards, and ignores a broken one', () => {
  const clock = createServerClock(serverNow, () => 0);
  clock.sync('2026-01-01T11:00:00.000Z');
  expect(clock.now()).toBe(at + 3_600_000);
  clock.sync('2026-01-01T09:00:00.000Z');
  expect(clock.now()).toBe(at - 3_600_000);
  clock.sync('tomorrow');
  expect(clock.now()).toBe(at - 3_600_000);
});
