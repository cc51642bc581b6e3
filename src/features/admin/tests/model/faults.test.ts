import { describe, expect, it } from 'vitest';
import {
  changeKind,
  changeOptions,
  draftChanges,
  type DraftQuestion,
  emptyQuestion,
  freeOptionId,
  moveItem,
  optionId,
  type TestDocument,
} from './document';
import { isComplete, questionFaults, settingsFaults } from './faults';

const question: DraftQuestion = {
  ...emptyQuestion('r'),
  prompt: 'Which?',
  options: [
    { id: 'a', text: 'One' },
    { id: 'b', text: 'Two' },
    { id: 'c', text: 'Three' },
  ],
  correct: ['b'],
};
const settings: TestDocument['settings'] = {
  title: 'Trial',
  description: '',
  track_id: 'ai',
  duration_minutes: 30,
  passing_score: 70,
  attempts_allowed: null,
  shuffle: true,
  review: 'after_submit',
};

describe('a question of another kind', () => {
  it('keeps its options and what of the key still fits', () => {
    const multiple = { ...changeKind(question, 'multiple'), correct: ['b', 'c'] };
    expect(multiple.options).toEqual(question.options);
    expect(changeKind(multiple, 'single').correct).toEqual(['b']);
    expect(changeKind(multiple, 'ordering').correct).toEqual(['a', 'b', 'c']);
    expect(changeKind(changeKind(multiple, 'ordering'), 'single').correct).toEqual([]);
  });

  it('begins its key anew where nothing fits', () => {
    expect(changeKind(question, 'true_false')).toMatchObject({
      options: [{ id: 'true' }, { id: 'false' }],
      correct: [],
    });
    expect(changeKind(question, 'numeric')).toMatchObject({ options: [], correct: [] });
    expect(changeKind(changeKind(question, 'numeric'), 'single').options).toHaveLength(4);
    expect(changeKind(question, 'single')).toBe(question);
  });
});

describe('options', () => {
  it('that are taken away leave the key, and an ordering is right as it is written', () => {
    expect(changeOptions(question, question.options.slice(0, 1)).correct).toEqual([]);
    const ordering = changeKind(question, 'ordering');
    expect(changeOptions(ordering, moveItem(ordering.options, 0, 2)).correct).toEqual(['b', 'c', 'a']);
  });

  it('have ids of their own', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(optionId)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'zz', 'aaa']);
    expect(freeOptionId([{ id: 'a' }, { id: 'c' }])).toBe('b');
  });
});

it('tells what publishing would change', () => {
  const other = { ...question, ref: 'r2' };
  const published = { settings, questions: [question, other] };
  expect(draftChanges(published, published)).toEqual({ added: 0, changed: 0, removed: 0, settings: false });
  expect(
    draftChanges(published, {
      settings: { ...settings, passing_score: 50 },
      questions: [
        { ...question, ref: 'new' },
        { ...other, points: 2 },
      ],
    }),
  ).toEqual({ added: 1, changed: 1, removed: 1, settings: true });
});

describe('what must be put right', () => {
  it.each([
    [{}, []],
    [{ prompt: ' ' }, ['prompt: missing']],
    [{ prompt: 'x'.repeat(4001) }, ['prompt: too_long']],
    [{ points: null, negative_points: 0.001 }, ['points: out_of_range', 'negative_points: out_of_range']],
    [{ module_id: 'elsewhere' }, ['module_id: unknown']],
  ] as const)('in a question with %j: %j', (change, faults) => {
    expect(questionFaults({ ...question, ...change }, ['m']).map(({ field, code }) => `${field}: ${code}`)).toEqual(
      faults,
    );
  });

  it.each([
    [{ title: '' }, ['title']],
    [{ duration_minutes: 601 }, ['duration_minutes']],
    [{ passing_score: null }, ['passing_score']],
    [{ attempts_allowed: 1.5 }, ['attempts_allowed']],
    [{ attempts_allowed: 3 }, []],
  ])('in settings with %j: %j', (change, fields) => {
    expect(settingsFaults({ ...settings, ...change }).map(({ field }) => field)).toEqual(fields);
  });

  it('is nothing in a complete test, and a test without questions is not complete', () => {
    expect(isComplete({ settings, questions: [question] }, [])).toBe(true);
    expect(isComplete({ settings, questions: [] }, [])).toBe(false);
    expect(isComplete({ settings, questions: [{ ...question, correct: [] }] }, [])).toBe(false);
  });
});
