import { describe, expect, it } from 'vitest';
import type { ReviewedQuestion } from '../schemas';
import { paletteEntries, paletteSummary } from './palette';
import { attemptsLeft, optionMark, resultsByModule, sharePercent } from './results';

const question = (
  module_id: string | null,
  is_correct: boolean | null,
  points_awarded: number | null,
): ReviewedQuestion => ({
  id: crypto.randomUUID(),
  kind: 'single',
  prompt: '',
  options: [],
  points: 2,
  module_id,
  module_title: module_id === null ? null : `Module ${module_id}`,
  selected: [],
  correct: [],
  is_correct,
  points_awarded,
  explanation: null,
});

it('adds results up by module, in the order of first appearance', () => {
  const questions = [
    question('m2', true, 2),
    question('m1', false, -0.5),
    question('m2', null, null),
    question(null, true, 2),
  ];
  expect(resultsByModule(questions)).toEqual([
    { moduleId: 'm2', title: 'Module m2', correct: 1, total: 2, points: 2, maxPoints: 4 },
    { moduleId: 'm1', title: 'Module m1', correct: 0, total: 1, points: -0.5, maxPoints: 2 },
    { moduleId: null, title: null, correct: 1, total: 1, points: 2, maxPoints: 2 },
  ]);
});

it.each([
  [1, 3, 33],
  [2, 3, 67],
  [-1, 4, 0],
  [0, 0, 0],
])('%d of %d is %d per cent', (part, whole, percent) => {
  expect(sharePercent(part, whole)).toBe(percent);
});

it.each([
  [null, 7, null],
  [3, 1, 2],
  [3, 3, 0],
  [3, 4, 0],
])('%s attempts allowed and %d used leaves %s', (allowed, used, left) => {
  expect(attemptsLeft(allowed, used)).toBe(left);
});

it.each([
  ['a', 'right'],
  ['b', 'missed'],
  ['c', 'wrong'],
  ['d', 'none'],
] as const)('marks option %s as %s', (optionId, mark) => {
  expect(optionMark({ selected: ['a', 'c'], correct: ['a', 'b'] }, optionId)).toBe(mark);
});

describe('palette', () => {
  const answers = { q1: { selected: ['a'], flagged: false, seq: 1 }, q3: { selected: [], flagged: true, seq: 2 } };
  const entries = paletteEntries(['q1', 'q2', 'q3'], answers, 1);

  it('tells answered, flagged and current apart', () => {
    expect(entries.map(({ number, answered, flagged, current }) => [number, answered, flagged, current])).toEqual([
      [1, true, false, false],
      [2, false, false, true],
      [3, false, true, false],
    ]);
  });
  it('sums up what is open', () => {
    expect(paletteSummary(entries)).toEqual({ answered: 1, unanswered: [2, 3], flagged: [3] });
  });
});
