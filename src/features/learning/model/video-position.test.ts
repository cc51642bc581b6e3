import { describe, expect, it } from 'vitest';
import { advance, isSaveDue, resumePosition } from './video-position';

describe('where a video begins', () => {
  it.each([
    [null, 100, 0],
    [0.5, 100, 0],
    [42, 100, 42],
    [42, null, 42],
    [42, Number.NaN, 42],
    [94.9, 100, 94.9],
    [95, 100, 0],
    [120, 100, 0],
    [Number.NaN, 100, 0],
  ])('kept at %s of %s seconds, it begins at %s', (kept, duration, position) => {
    expect(resumePosition(kept, duration)).toBe(position);
  });
});

describe('time watched', () => {
  it.each([
    [10, 10.25, 5.25],
    [10, 12.5, 7.5],
    [10, 12.6, 5],
    [10, 60, 5],
    [10, 3, 5],
    [10, 10, 5],
  ])('from second %s to %s makes it %s', (from, to, watched) => {
    expect(advance({ position: from, watched: 5 }, to)).toEqual({ position: to, watched });
  });
});

describe('when to save', () => {
  const saved = { position: 100, watched: 50 };
  it.each([
    [{ position: 109.9, watched: 59.9 }, false],
    [{ position: 110, watched: 50 }, true],
    [{ position: 90, watched: 50 }, true],
    [{ position: 100, watched: 60 }, true],
    [saved, false],
  ])('at %j: %s', (current, due) => {
    expect(isSaveDue(saved, current)).toBe(due);
  });
});
