import { expect, it } from 'vitest';
import { withGst } from './with-tax';

it.each([
  [499_900, 589_882],
  [0, 0],
  [25, 30],
  [1, 1],
  [3, 4],
])('%i paise before tax are %i with GST', (before, after) => {
  expect(withGst(before)).toBe(after);
});
