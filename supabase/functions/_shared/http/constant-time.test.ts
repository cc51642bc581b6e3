import { expect, it } from 'vitest';
import { equalInConstantTime, equalsOneOf } from './constant-time.ts';

it('says whether two texts are the same', () => {
  expect(equalInConstantTime('geheim', 'geheim')).toBe(true);
  expect(equalInConstantTime('geheim', 'geheiM')).toBe(false);
  expect(equalInConstantTime('geheim', 'geheimgeheim')).toBe(false);
  expect(equalInConstantTime('geheimgeheim', 'geheim')).toBe(false);
  expect(equalInConstantTime('a', '')).toBe(false);
  expect(equalInConstantTime('', 'a')).toBe(false);
  expect(equalInConstantTime('é', 'é')).toBe(true);
});

it('never takes an empty candidate for a match', () => {
  expect(equalsOneOf('', ['', 'a'])).toBe(false);
  expect(equalsOneOf('a', ['b', 'a'])).toBe(true);
});
