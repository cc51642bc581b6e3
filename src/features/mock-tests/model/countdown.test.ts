import { describe, expect, it } from 'vitest';
import { countdownTone, formatCountdown, mayAutosave, minutesToAnnounce, remainingMs } from './countdown';

const minute = 60_000;

it('never counts below zero', () => {
  const deadline = '2026-01-01T10:00:00.000Z';
  expect(remainingMs(deadline, Date.parse(deadline) - 1_500)).toBe(1_500);
  expect(remainingMs(deadline, Date.parse(deadline) + 1)).toBe(0);
});

it.each([
  [0, '00:00'],
  [1, '00:01'],
  [1_000, '00:01'],
  [59_001, '01:00'],
  [5 * minute, '05:00'],
  [60 * minute, '1:00:00'],
  [3_725_000, '1:02:05'],
])('writes %i ms as %s', (remaining, text) => {
  expect(formatCountdown(remaining)).toBe(text);
});

it.each([
  [5 * minute + 1, 'calm'],
  [5 * minute, 'soon'],
  [minute + 1, 'soon'],
  [minute, 'urgent'],
  [0, 'urgent'],
] as const)('%i ms before the end is %s', (remaining, tone) => {
  expect(countdownTone(remaining)).toBe(tone);
});

describe('reading the time out', () => {
  it.each([
    [5 * minute + 500, 5 * minute - 500, 5],
    [5 * minute + 1, 5 * minute, 5],
    [5 * minute, 5 * minute - 1, null],
    [minute + 400, minute - 600, 1],
    [10 * minute, 30_000, 1],
    [10 * minute, 9 * minute, null],
    [30_000, 29_000, null],
    [10 * minute, 0, null],
  ])('from %i to %i ms says %s', (previous, current, minutes) => {
    expect(minutesToAnnounce(previous, current)).toBe(minutes);
  });
});

it('rests with saving in the last three seconds', () => {
  expect(mayAutosave(3_001)).toBe(true);
  expect(mayAutosave(3_000)).toBe(false);
  expect(mayAutosave(0)).toBe(false);
});
