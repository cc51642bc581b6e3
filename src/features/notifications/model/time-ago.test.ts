import { expect, it } from 'vitest';
import { timeAgo } from './time-ago';

const now = Date.parse('2026-04-10T12:00:00Z');

it.each([
  ['2026-04-10T11:59:40Z', 'this minute'],
  ['2026-04-10T11:55:00Z', '5 minutes ago'],
  ['2026-04-10T09:00:00Z', '3 hours ago'],
  ['2026-04-09T11:00:00Z', 'yesterday'],
  ['2026-04-06T11:00:00Z', '4 days ago'],
  ['2026-04-01T12:00:00Z', '1 Apr 2026'],
  ['2026-04-10T12:30:00Z', 'this minute'],
])('tells %s as %s', (moment, told) => {
  expect(timeAgo(moment, now)).toBe(told);
});
