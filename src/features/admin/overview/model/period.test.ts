import { expect, it } from 'vitest';
import { daysOf, faultOf, readPeriod, spanAddress, todayInIndia } from './period';

const today = '2026-03-31';
const read = (search: string) => readPeriod(new URLSearchParams(search), today);

it('begins its day at midnight in India', () => {
  expect(todayInIndia(new Date('2026-03-31T18:29:59Z'))).toBe('2026-03-31');
  expect(todayInIndia(new Date('2026-03-31T18:30:00Z'))).toBe('2026-04-01');
});

it('is the last thirty days unless the address says otherwise', () => {
  expect(read('')).toEqual({ span: '30', from: '2026-03-02', to: today });
  expect(read('days=7')).toEqual({ span: '7', from: '2026-03-25', to: today });
  expect(read('from=2025-01-01&to=2025-12-31')).toEqual({ span: 'own', from: '2025-01-01', to: '2025-12-31' });
});

it.each([
  'days=31',
  'from=2026-03-01',
  'from=2026-03-02&to=2026-03-01',
  'from=2026-02-30&to=2026-03-01',
  'from=2026-03-01&to=2026-04-01',
])('takes %s for nothing', (search) => expect(read(search).span).toBe('30'));

it.each([
  ['', '2026-03-01', 'missing'],
  ['2026-03-02', '2026-03-01', 'order'],
  ['2026-03-02', '2026-04-01', 'future'],
  ['2000-01-01', '2026-03-01', 'long'],
  ['2026-03-01', '2026-03-01', null],
])('says what is wrong with %s to %s', (from, to, fault) => expect(faultOf(from, to, today)).toBe(fault));

it('counts both days and says a span as the address does', () => {
  expect(daysOf({ from: '2026-03-01', to: '2026-03-31' })).toBe(31);
  expect(spanAddress('30')).toEqual({ days: null, from: null, to: null });
  expect(spanAddress('90')).toEqual({ days: '90', from: null, to: null });
});
