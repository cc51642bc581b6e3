import { expect, it } from 'vitest';
import { changeOf, passRate, shareOf } from './change';

it.each([
  [150, 100, { direction: 'up', percent: 50 }],
  [50, 100, { direction: 'down', percent: 50 }],
  [7, 7, { direction: 'same', percent: 0 }],
  [7, 0, { direction: 'up', percent: null }],
  [0, 0, { direction: 'same', percent: null }],
  [-50, 100, { direction: 'down', percent: 150 }],
])('compares %i with %i', (now, before, change) => expect(changeOf(now, before)).toEqual(change));

it('has no pass rate where no exam was decided, and never rounds one up', () => {
  expect(passRate({ exams_passed: 0, exams_failed: 0 })).toBeNull();
  expect(passRate({ exams_passed: 2, exams_failed: 1 })).toBe(66);
  expect(shareOf(2, 3)).toBe(66);
  expect(shareOf(0, 0)).toBe(0);
});
