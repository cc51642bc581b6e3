import { expect, it } from 'vitest';
import { createServerClock } from './server-clock';

const serverNow = '2026-01-01T10:00:00.000Z';
const at = Date.parse(serverNow);

it('goes on from the time of the server by the monotonic counter alone', () => {
  let counter = 5_000;
  const clock = createServerClock(serverNow, 5_000, () => counter);
  expect(clock.now()).toBe(at);
  counter += 61_000;
  expect(clock.now()).toBe(at + 61_000);
});

it('counts what went by since the server read its clock', () => {
  const clock = createServerClock(serverNow, 1_000, () => 1_500);
  expect(clock.now()).toBe(at + 500);
});

it('is put right by every later answer, forwards and backwards, and ignores a broken one', () => {
  const clock = createServerClock(serverNow, 0, () => 0);
  clock.sync('2026-01-01T11:00:00.000Z', 0);
  expect(clock.now()).toBe(at + 3_600_000);
  clock.sync('2026-01-01T09:00:00.000Z', 0);
  expect(clock.now()).toBe(at - 3_600_000);
  clock.sync('tomorrow', 0);
  expect(clock.now()).toBe(at - 3_600_000);
});
