import { expect, it } from 'vitest';
import { wholeWithin } from './whole-within';

it.each([
  ['1', 1],
  [' 10 ', 10],
  ['007', 7],
  ['0', null],
  ['11', null],
  ['', null],
  ['1.5', null],
  ['-1', null],
  ['1e1', null],
  ['ten', null],
])('%j between 1 and 10 is %j', (typed, value) => {
  expect(wholeWithin(typed, 1, 10)).toBe(value);
});
