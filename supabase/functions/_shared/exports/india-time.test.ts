import { expect, it } from 'vitest';
import { indiaDay, indiaSerial, indiaText } from './india-time.ts';

it.each([
  ['2026-04-01T04:11:00Z', '2026-04-01 09:41', '2026-04-01'],
  ['2026-12-31T18:29:59Z', '2026-12-31 23:59', '2026-12-31'],
  ['2026-12-31T18:30:00Z', '2027-01-01 00:00', '2027-01-01'],
  ['2026-04-01T09:41:00+05:30', '2026-04-01 09:41', '2026-04-01'],
])('%s is %s in India', (at, time, day) => {
  expect(indiaText(new Date(at), 'time')).toBe(time);
  expect(indiaText(new Date(at), 'day')).toBe(day);
});

it('counts days as a workbook does', () => {
  expect(indiaSerial(new Date('1970-01-01T00:00:00+05:30'), 'day')).toBe(25_569);
  expect(indiaSerial(new Date('2026-04-01T12:00:00+05:30'), 'time')).toBe(46_113.5);
  expect(indiaSerial(new Date('2026-04-01T23:59:59+05:30'), 'day')).toBe(46_113);
});

it('takes a day for the day that it is in India', () => {
  expect(indiaText(indiaDay('2026-04-01'), 'day')).toBe('2026-04-01');
  expect(indiaSerial(indiaDay('2026-04-01'), 'day')).toBe(46_113);
});
