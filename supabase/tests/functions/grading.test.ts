import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addTest, addTrack, enrol, type QuestionSpec } from '../support/builders.ts';
import { save, start, submit } from '../support/attempts.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
let learner = '';
let track = '';

beforeAll(async () => {
  learner = await addPerson(db);
  track = await addTrack(db);
  await enrol(db, learner, track);
});

const isRight = (kind: string, selected: string[], correct: string[]) =>
  db.value('select private.is_right_answer($1, $2, $3)', [kind, selected, correct]);

/** Sits a test with these answers (null leaves the question alone) and answers the result. */
async function sit(questions: QuestionSpec[], answers: (string[] | null)[], columns: Record<string, unknown> = {}) {
  const test = await addTest(db, track, questions, columns);
  return asPerson(db.owner, { userId: learner }, async (s) => {
    const id = await start(s, test.id);
    const given = answers.flatMap((selected, index) =>
      selected ? [{ question_id: test.questions[index], selected, seq: index }] : [],
    );
    for (const { result } of await save(s, id, given)) expect(result).toBe('saved');
    return submit(s, id);
  });
}

describe('an answer is right', () => {
  it.each([
    ['single', ['b'], ['b'], true],
    ['single', ['a'], ['b'], false],
    ['true_false', ['true'], ['true'], true],
    ['true_false', ['false'], ['true'], false],
    ['multiple', ['c', 'a'], ['a', 'c'], true],
    ['multiple', ['a'], ['a', 'c'], false],
    ['multiple', ['a', 'c', 'd'], ['a', 'c'], false],
    ['ordering', ['a', 'b', 'c'], ['a', 'b', 'c'], true],
    ['ordering', ['b', 'a', 'c'], ['a', 'b', 'c'], false],
    ['ordering', ['a', 'b'], ['a', 'b', 'c'], false],
    ['numeric', ['42'], ['42'], true],
    ['numeric', [' 42.0 '], ['42'], true],
    ['numeric', ['1,00,000'], ['100000'], true],
    ['numeric', ['4.2e1'], ['42'], true],
    ['numeric', ['42.05'], ['42', '0.1'], true],
    ['numeric', ['42.2'], ['42', '0.1'], false],
    ['numeric', ['-42'], ['42'], false],
    ['numeric', ['forty-two'], ['42'], false],
    ['numeric', ['1e999'], ['42'], false],
    ['short_answer', ['  Gradient   DESCENT '], ['gradient descent'], true],
    ['short_answer', ['SGD'], ['gradient descent', 'sgd'], true],
    ['short_answer', ['ｓｇｄ'], ['sgd'], true],
    ['short_answer', ['gradient ascent'], ['gradient descent'], false],
  ])('%s: %j against %j is %s', async (kind, selected, correct, expected) => {
    expect(await isRight(kind, selected, correct)).toBe(expected);
  });

  it('for no kind when it is blank', async () => {
    for (const kind of ['single', 'multiple', 'true_false', 'numeric', 'ordering', 'short_answer']) {
      expect(await isRight(kind, [], ['a']), kind).toBe(false);
      expect(await isRight(kind, ['  '], ['a']), kind).toBe(false);
    }
  });

  it('for several choices whatever their order, and for an ordering only in one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 2 }), async (selected) => {
        const sorted = [...selected].sort();
        expect(await isRight('multiple', selected, sorted)).toBe(true);
        expect(await isRight('ordering', selected, sorted)).toBe(selected.join() === sorted.join());
      }),
      { numRuns: 40 },
    );
  });

  it('for any text typed as a number without an error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'0123456789.,-+eE \n\u0660x'), maxLength: 12 }),
        async (typed) => {
          expect(typeof (await isRight('numeric', [typed], ['1']))).toBe('boolean');
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a result', () => {
  it('adds the points of right answers and takes off negative marks for wrong ones only', async () => {
    const result = await sit(
      [
        { correct: ['a'], points: 3 },
        { correct: ['a'], points: 2, negativePoints: 0.5 },
        { correct: ['a'], points: 5, negativePoints: 2 },
      ],
      [['a'], ['b'], null],
    );
    expect(result).toMatchObject({ status: 'submitted', points: 2.5, max_points: 10, score: 25, passed: false });
  });

  it('is never below zero', async () => {
    const result = await sit([{ correct: ['a'], negativePoints: 5 }, { correct: ['a'] }], [['b'], null]);
    expect(result).toMatchObject({ points: 0, score: 0, passed: false });
  });

  it('of somebody who answers nothing is zero', async () => {
    expect(await sit([{ correct: ['a'], negativePoints: 1 }], [null])).toMatchObject({
      points: 0,
      max_points: 1,
      score: 0,
      passed: false,
    });
  });

  it('does not punish an answer that was taken back', async () => {
    expect(await sit([{ correct: ['a'], negativePoints: 1 }, { correct: ['a'] }], [[], ['a']])).toMatchObject({
      points: 1,
      score: 50,
    });
  });

  it('passes at the passing score, and not a hair below it although it rounds to it', async () => {
    const questions = (rightPoints: number, otherPoints: number) => [
      { correct: ['a'], points: rightPoints },
      { correct: ['a'], points: otherPoints },
    ];
    expect(await sit(questions(70, 30), [['a'], null], { passing_score: 70 })).toMatchObject({
      score: 70,
      passed: true,
    });
    expect(await sit(questions(69, 31), [['a'], null], { passing_score: 70 })).toMatchObject({
      score: 69,
      passed: false,
    });
    // 99.996 % is printed as 100.00 and is still not 100.
    const many = [
      ...Array.from({ length: 99 }, () => ({ correct: ['a'], points: 100 })),
      { correct: ['a'], points: 100, negativePoints: 0 },
    ];
    const almost = await sit(
      [
        ...many,
        { correct: ['a'], points: 100, negativePoints: 0.4 },
        { correct: ['a'], points: 0, negativePoints: 0.4 },
      ],
      [...Array.from({ length: 101 }, () => ['a']), ['b']],
      { passing_score: 100 },
    );
    expect(almost).toMatchObject({ score: 100, passed: false });
  });

  it('counts each kind by its own rule in one sitting', async () => {
    const questions: QuestionSpec[] = [
      { kind: 'single', correct: ['b'] },
      { kind: 'multiple', correct: ['a', 'd'] },
      { kind: 'true_false', options: ['true', 'false'], correct: ['false'] },
      { kind: 'numeric', correct: ['3.14', '0.01'] },
      { kind: 'ordering', correct: ['d', 'c', 'b', 'a'] },
      { kind: 'short_answer', correct: ['Turing'] },
    ];
    const right = [['b'], ['d', 'a'], ['false'], ['3.141'], ['d', 'c', 'b', 'a'], ['turing']];
    expect(await sit(questions, right)).toMatchObject({ points: 6, max_points: 6, score: 100, passed: true });
    const wrong = [['a'], ['d'], ['true'], ['3'], ['a', 'b', 'c', 'd'], ['Church']];
    expect(await sit(questions, wrong)).toMatchObject({ points: 0, max_points: 6, score: 0, passed: false });
  });

  it('leaves out questions that are not active', async () => {
    expect(await sit([{ correct: ['a'] }, { correct: ['a'], active: false }], [['a']])).toMatchObject({
      max_points: 1,
      score: 100,
    });
  });

  it('equals what the rules say, for any test and any answers', async () => {
    const question = fc.record({
      points: fc.integer({ min: 0, max: 10 }),
      negative: fc.integer({ min: 0, max: 12 }).map((quarters) => quarters / 4),
      answer: fc.constantFrom('right', 'wrong', 'none'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(question, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 100 }),
        async (plan, passing) => {
          const result = await sit(
            plan.map(({ points, negative }) => ({ correct: ['a'], points, negativePoints: negative })),
            plan.map(({ answer }) => ({ right: ['a'], wrong: ['b'], none: null })[answer]),
            { passing_score: passing },
          );
          const total = plan.reduce(
            (sum, { points, negative, answer }) => sum + { right: points, wrong: -negative, none: 0 }[answer],
            0,
          );
          const most = plan.reduce((sum, { points }) => sum + points, 0);
          const points = Math.max(0, total);
          expect(result.points).toBe(points);
          expect(result.max_points).toBe(most);
          expect(result.score).toBeCloseTo(most === 0 ? 0 : (points * 100) / most, 1);
          expect(result.passed).toBe(most > 0 && points * 100 >= passing * most);
        },
      ),
      { numRuns: 25 },
    );
  });
});
