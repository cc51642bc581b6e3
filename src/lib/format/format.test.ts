import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBytes } from './bytes';
import { formatDate, formatDateTime } from './dates';
import { formatClock, formatMinutes } from './durations';
import { formatPaise, formatPaiseExact } from './money';

describe('money', () => {
  it.each([
    [0, '₹0'],
    [499_900, '₹4,999'],
    [12_345_600, '₹1,23,456'],
    [1_234_567_890, '₹1,23,45,678.90'],
    [5, '₹0.05'],
    [-99_900, '-₹999'],
  ])('shows %i paise as %s', (paise, text) => {
    expect(formatPaise(paise)).toBe(text);
  });

  it('keeps the paise where amounts stand under each other', () => {
    expect(formatPaiseExact(499_900)).toBe('₹4,999.00');
  });

  it('loses no paisa', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (paise) => {
        expect(Number(formatPaiseExact(paise).replace(/[₹,.]/g, ''))).toBe(paise);
      }),
    );
  });

  it.each([1.5, Number.NaN, Infinity])('refuses %d', (amount) => {
    expect(() => formatPaise(amount)).toThrow(RangeError);
  });
});

describe('dates', () => {
  it('are shown in the person’s zone and say which', () => {
    const moment = '2026-03-04T20:30:00Z';
    expect(formatDate(moment, 'Asia/Kolkata')).toBe('5 Mar 2026');
    expect(formatDate(moment, 'UTC')).toBe('4 Mar 2026');
    expect(formatDateTime(moment, 'Asia/Kolkata')).toMatch(/^5 Mar 2026, 2:00\sam IST$/);
  });
});

describe('durations', () => {
  it.each([
    [0, '0 min'],
    [45, '45 min'],
    [60, '1 h'],
    [135, '2 h 15 min'],
    [59.6, '1 h'],
    [-3, '0 min'],
  ])('shows %d minutes as %s', (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text);
  });

  it.each([
    [0, '0:00'],
    [65, '1:05'],
    [3725, '1:02:05'],
    [59.9, '0:59'],
    [-1, '0:00'],
  ])('shows %d seconds as %s', (seconds, text) => {
    expect(formatClock(seconds)).toBe(text);
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [640, '640 B'],
    [12_700, '12 kB'],
    [1_300_000, '1.2 MB'],
    [10 * 1024 * 1024, '10.0 MB'],
  ])('shows %i bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
