import { describe, expect, it } from 'vitest';
import { choose, isNumeric, moved, orderedOptionIds, typedSelection } from './answer-rules';

describe('choosing', () => {
  it('replaces in a question with one answer', () => {
    expect(choose('single', ['a'], 'b')).toEqual(['b']);
    expect(choose('true_false', [], 'true')).toEqual(['true']);
  });
  it('adds and takes away in a question with several', () => {
    expect(choose('multiple', ['a'], 'b')).toEqual(['a', 'b']);
    expect(choose('multiple', ['a', 'b'], 'a')).toEqual(['b']);
  });
});

describe('ordering', () => {
  it('completes an order and drops what does not belong', () => {
    expect(orderedOptionIds(['a', 'b', 'c'], [])).toEqual(['a', 'b', 'c']);
    expect(orderedOptionIds(['a', 'b', 'c'], ['c', 'x', 'c', 'a'])).toEqual(['c', 'a', 'b']);
  });
  it('moves by one place and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});

describe('numbers', () => {
  it.each([
    ['', []],
    ['  ', []],
    [' 3.5 ', ['3.5']],
    ['-2', ['-2']],
  ])('%j is stored as %j', (text, stored) => {
    expect(typedSelection(text)).toEqual(stored);
  });
  it.each([
    ['1', true],
    ['-1.5', true],
    ['.5', true],
    ['5.', true],
    ['1,00,000.5', true],
    ['1e-3', true],
    ['+2', true],
    ['', false],
    ['1e500', false],
    ['abc', false],
    ['1.2.3', false],
  ])('%j is a number: %s', (text, expected) => {
    expect(isNumeric(text)).toBe(expected);
  });
});
