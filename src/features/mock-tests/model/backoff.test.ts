import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoffMs } from './backoff';

it('doubles from one second to thirty', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 100].map((failures) => backoffMs(failures, 1 - Number.EPSILON))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
  ]);
});

it('stays between half and the whole of its step', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      (failures, random) => {
        const wait = backoffMs(failures, random);
        const whole = Math.min(30_000, 1_000 * 2 ** Math.max(0, failures - 1));
        expect(wait).toBeGreaterThanOrEqual(whole / 2);
        expect(wait).toBeLessThanOrEqual(whole);
      },
    ),
  );
});
