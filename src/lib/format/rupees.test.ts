import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paiseToRupees, rupeesToPaise } from './rupees';

it.each([
  ['4999', 499_900],
  ['1,25,000.5', 12_500_050],
  ['₹ 12,34,567.89', 123_456_789],
  ['0', 0],
  ['10.05', 1_005],
])('reads %s as %i paise', (text, paise) => {
  expect(rupeesToPaise(text)).toBe(paise);
});

it.each(['', 'free', '-5', '1.234', '1e5', '.', '99999999999'])('does not read %j as an amount', (text) => {
  expect(rupeesToPaise(text)).toBeNull();
});

it('writes amounts as they are read in India', () => {
  expect(paiseToRupees(123_456_700)).toBe('12,34,567');
  expect(paiseToRupees(12_500_005)).toBe('1,25,000.05');
});

it('gives back every amount that it wrote', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (paise) => {
      expect(rupeesToPaise(paiseToRupees(paise))).toBe(paise);
    }),
  );
});
