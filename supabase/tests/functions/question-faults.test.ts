import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionKinds } from '../../../src/entities/question/question.ts';
import { questionFaults } from '../../../src/features/admin/tests/model/faults.ts';
import { useDatabase } from '../support/database.ts';
import { draftQuestion, type DraftQuestion } from '../support/test-editing.ts';

const db = useDatabase();

const faults = (question: unknown) => db.value('select private.question_faults($1)', [JSON.stringify(question)]);
const texts = (...list: string[]) => list.map((text, index) => ({ id: String.fromCodePoint(97 + index), text }));
const truth = [
  { id: 'true', text: 'True' },
  { id: 'false', text: 'False' },
];

/** Kind, options, key, and what is said of it: nothing, or field and code. */
const shapes: [DraftQuestion['kind'], DraftQuestion['options'], string[], string?][] = [
  ['single', texts('x', 'y'), ['a']],
  ['single', texts('x', 'y'), [], 'correct: choose_one'],
  ['single', texts('x', 'y'), ['a', 'b'], 'correct: choose_one'],
  ['single', texts('x', 'y'), ['z'], 'correct: invalid'],
  ['single', texts('x'), ['a'], 'options: too_few'],
  ['single', texts('x', ' '), ['a'], 'options: missing'],
  ['single', texts('x', ' X  '), ['a'], 'options: same_twice'],
  ['single', texts('x', 'y'.repeat(1001)), ['a'], 'options: too_long'],
  ['single', texts(...Array.from({ length: 21 }, (_, index) => `o${index}`)), ['a'], 'options: too_many'],
  [
    'single',
    [
      { id: 'a b', text: 'x' },
      { id: 'c', text: 'y' },
    ],
    ['c'],
    'options: invalid_ids',
  ],
  [
    'single',
    [
      { id: 'a', text: 'x' },
      { id: 'a', text: 'y' },
    ],
    ['a'],
    'options: invalid_ids',
  ],
  ['multiple', texts('x', 'y', 'z'), ['c', 'a']],
  ['multiple', texts('x', 'y'), [], 'correct: choose_some'],
  ['multiple', texts('x', 'y'), ['a', 'a'], 'correct: invalid'],
  ['multiple', texts('x', 'y'), ['a', 'q'], 'correct: invalid'],
  ['true_false', truth, ['false']],
  ['true_false', truth, ['maybe'], 'correct: invalid'],
  ['true_false', texts('True', 'False'), ['a'], 'options: not_true_false'],
  ['ordering', texts('x', 'y'), ['b', 'a']],
  ['ordering', texts('x', 'y'), ['a'], 'correct: invalid'],
  ['ordering', texts('x', 'y'), ['a', 'b', 'b'], 'correct: invalid'],
  ['numeric', [], ['3.5']],
  ['numeric', [], ['1,000', '0']],
  ['numeric', [], ['-1e3', '.5']],
  ['numeric', [], [], 'correct: not_a_number'],
  ['numeric', [], ['three'], 'correct: not_a_number'],
  ['numeric', [], ['1', '2', '3'], 'correct: not_a_number'],
  ['numeric', [], ['1', '-2'], 'correct: invalid_tolerance'],
  ['numeric', [], ['1', 'x'], 'correct: invalid_tolerance'],
  ['numeric', texts('x'), ['1'], 'options: no_options'],
  ['short_answer', [], ['SGD', 'gradient descent']],
  ['short_answer', [], [], 'correct: missing'],
  ['short_answer', [], ['a', ' '], 'correct: missing'],
  ['short_answer', [], ['SGD', 'sgd '], 'correct: same_twice'],
  ['short_answer', [], ['x'.repeat(501)], 'correct: too_long'],
  ['short_answer', [], Array.from({ length: 21 }, (_, index) => `t${index}`), 'correct: too_many'],
];

/** The editor's word on it, for the kinds that it knows. */
function said(question: DraftQuestion) {
  const kind = questionKinds.find((each) => each === question.kind);
  return kind === undefined ? [] : questionFaults({ ...question, kind }, []);
}

describe('a question', () => {
  it.each(shapes)('%s with %j and the key %j', async (kind, options, correct, fault) => {
    const question = draftQuestion({ kind, options, correct });
    const found = await faults(question);
    expect(found).toEqual(said(question));
    expect(found).toEqual(fault === undefined ? [] : [{ field: fault.split(': ')[0], code: fault.split(': ')[1] }]);
  });

  it.each([
    [{ points: 0, negative_points: 100 }, []],
    [{ points: 101 }, [{ field: 'points', code: 'out_of_range' }]],
    [{ points: 1.5 }, [{ field: 'points', code: 'out_of_range' }]],
    [{ points: -1 }, [{ field: 'points', code: 'out_of_range' }]],
    [{ negative_points: 0.25 }, []],
    [{ negative_points: 0.255 }, [{ field: 'negative_points', code: 'out_of_range' }]],
    [{ negative_points: 100.5 }, [{ field: 'negative_points', code: 'out_of_range' }]],
    [{ prompt: 'x'.repeat(4001) }, [{ field: 'prompt', code: 'too_long' }]],
    [{ explanation: 'x'.repeat(4001) }, [{ field: 'explanation', code: 'too_long' }]],
  ])('with %j has the faults %j', async (change, expected) => {
    const question = draftQuestion(change);
    expect(await faults(question)).toEqual(expected);
    expect(said(question)).toEqual(expected);
  });

  it('is judged by the editor as by the database, whatever it is', async () => {
    const word = fc.constantFrom('a', 'b', 'c', 'true', 'false', '', ' ', 'A', '1', '-1', '1.5', 'x y');
    const any = fc.record({
      kind: fc.constantFrom(...questionKinds),
      options: fc.array(fc.record({ id: word, text: word }), { maxLength: 4 }),
      correct: fc.array(word, { maxLength: 3 }),
      points: fc.constantFrom(0, 1, 100, 101),
      prompt: word,
    });
    await fc.assert(
      fc.asyncProperty(any, async (change) => {
        const question = draftQuestion(change);
        expect(await faults(question)).toEqual(said(question));
      }),
      { numRuns: 300 },
    );
  });
});
