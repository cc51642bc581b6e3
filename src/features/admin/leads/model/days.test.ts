import { expect, it } from 'vitest';
import { shortDay, today, yearLater } from './days';

it('counts days as India does', () => {
  expect(today(new Date('2026-11-25T18:29:00Z'))).toBe('2026-11-25');
  expect(today(new Date('2026-11-25T18:31:00Z'))).toBe('2026-11-26');
});

it.each([
  ['2026-11-25', '2027-11-25'],
  ['2027-12-31', '2028-12-31'],
  ['2028-02-29', '2029-02-28'],
])('a year after %s is %s', (day, later) => {
  expect(yearLater(day)).toBe(later);
});

it('leaves the present year unsaid', () => {
  expect(shortDay('2026-12-01', '2026-11-25')).toBe('1 Dec');
  expect(shortDay('2027-01-05', '2026-11-25')).toBe('5 Jan 2027');
});
