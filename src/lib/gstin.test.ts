import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGstin } from './gstin';

// A published sample number whose check character is right.
const valid = '27AAPFU0939F1ZV';

describe('isGstin', () => {
  it('accepts a number whose check character is right', () => {
    expect(isGstin(valid)).toBe(true);
  });

  it('refuses every other check character', () => {
    const accepted = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((character) =>
      isGstin(valid.slice(0, 14) + character),
    );
    expect(accepted).toEqual(['V']);
  });

  it('refuses a number with one digit of the PAN changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 10 }), fc.integer({ min: 1, max: 9 }), (position, step) => {
        const digit = (Number(valid.charAt(position)) + step) % 10;
        expect(isGstin(valid.slice(0, position) + String(digit) + valid.slice(position + 1))).toBe(false);
      }),
    );
  });

  it('refuses lower case, blanks and other lengths', () => {
    for (const value of ['', valid.toLowerCase(), ` ${valid}`, valid.slice(0, 14), `${valid}0`])
      expect(isGstin(value)).toBe(false);
  });
});
