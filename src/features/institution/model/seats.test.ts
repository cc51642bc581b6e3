import { expect, it } from 'vitest';
import type { SeatBlock } from '../schemas';
import { daysUntil, seatsByTrack, seatWarnings } from './seats';

const block = (more: Partial<SeatBlock>): SeatBlock => ({
  id: 'b1',
  track_id: 'one',
  track_name: 'One',
  seats: 10,
  used: 4,
  left: 6,
  price: 100_000,
  valid_until: '2026-12-31',
  valid: true,
  ...more,
});
// Half past midnight in India, the evening before in London.
const now = new Date('2026-12-01T00:30:00+05:30');

it('adds up the blocks of a track and counts no free seat of one that ended', () => {
  const blocks = [
    block({}),
    block({ id: 'b2', used: 7, left: 3, valid: false }),
    block({ id: 'b3', track_id: 'two', track_name: 'Two', used: 0, left: 10 }),
  ];
  expect(seatsByTrack(blocks)).toEqual([
    { trackId: 'one', trackName: 'One', used: 11, left: 6 },
    { trackId: 'two', trackName: 'Two', used: 0, left: 10 },
  ]);
});

it.each([
  ['2026-12-01', 0],
  ['2026-12-31', 30],
  ['2026-11-30', -1],
])('counts the days until %s from the day that it is in India', (day, days) => {
  expect(daysUntil(day, now)).toBe(days);
});

it('warns a month before seats end and for two months after, while some are free', () => {
  const warned = (more: Partial<SeatBlock>) => seatWarnings([block(more)], now).map(({ kind }) => kind);
  expect(warned({ valid_until: '2026-12-31' })).toEqual(['ending']);
  expect(warned({ valid_until: '2027-01-01' })).toEqual([]);
  expect(warned({ valid_until: '2026-12-01' })).toEqual(['ending']);
  expect(warned({ valid_until: '2026-11-30', valid: false })).toEqual(['ended']);
  expect(warned({ valid_until: '2026-10-02', valid: false })).toEqual(['ended']);
  expect(warned({ valid_until: '2026-10-01', valid: false })).toEqual([]);
  expect(warned({ valid_until: '2026-12-05', left: 0 })).toEqual([]);
});
