import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moved } from './reorder';

it.each([
  [0, 2, 'bcad'],
  [2, 0, 'cabd'],
  [1, 1, 'abcd'],
  [3, 9, 'abcd'],
  [0, -5, 'abcd'],
  [0, 9, 'bcda'],
])('moves from %i to %i', (from, to, expected) => {
  expect(moved(['a', 'b', 'c', 'd'], from, to).join('')).toBe(expected);
});

it('loses and doubles nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.nat(30),
      fc.integer({ min: -5, max: 30 }),
      (list, from, to) => {
        const after = moved(list, from % list.length, to);
        expect(after.toSorted()).toEqual(list.toSorted());
      },
    ),
  );
});
