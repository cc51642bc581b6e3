import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addStaff, addTest, addTrack, enrol, type QuestionSpec } from '../support/builders.ts';
import { save, start, submit } from '../support/attempts.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';
import { edit, publish, saveDraft } from '../support/test-editing.ts';

const db = useDatabase();
let editor = '';
let track = '';

interface Item {
  id: string;
  version: number;
  current: boolean;
  attempts: number;
  omitted: number;
  right: number;
  facility: number | null;
  correlation: number | null;
  upper: number | null;
  lower: number | null;
  index: number | null;
  seconds: number | null;
  options: { id: string; count: number; upper: number; lower: number; correct: boolean }[];
  answers: { selected: string[]; count: number; correct: boolean }[];
  flags: string[];
}
interface Analysis {
  attempts: number;
  mean_score: number | null;
  questions: Item[];
}

const keep = { keep: true };

beforeAll(async () => {
  editor = await addStaff(db, ['tests.manage']);
  track = await addTrack(db);
});

const isAnalysis = (value: unknown): value is Analysis =>
  typeof value === 'object' && value !== null && 'questions' in value && 'attempts' in value;

async function analyse(testId: string, from: string | null = null, to: string | null = null): Promise<Analysis> {
  const value = await asPerson(db.owner, { userId: editor }, (s) =>
    s.value('select public.test_item_analysis($1, $2, $3)', [testId, from, to]),
  );
  if (!isAnalysis(value)) throw new Error('There is no analysis.');
  return value;
}

/** Each row is one person's answers; null leaves a question alone. */
async function sitAll(test: { id: string; questions: string[] }, sittings: (string[] | null)[][]) {
  for (const answers of sittings) {
    const userId = await addPerson(db);
    await enrol(db, userId, track);
    await asPerson(
      db.owner,
      { userId },
      async (s) => {
        const attempt = await start(s, test.id);
        const given = answers.flatMap((selected, seq) =>
          selected ? [{ question_id: test.questions[seq], selected, seq }] : [],
        );
        await save(s, attempt, given);
        return submit(s, attempt);
      },
      keep,
    );
  }
}

/** The textbook's way, over the table of points; what the database does by sums must give the same. */
function pearson(a: number[], b: number[]): number | null {
  const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (x: number[], y: number[], mx: number, my: number) =>
    x.reduce((sum, one, index) => sum + (one - mx) * ((y[index] ?? 0) - my), 0);
  const spread = product(a, a, meanA, meanA) * product(b, b, meanB, meanB);
  return spread < 1e-9 ? null : product(a, b, meanA, meanB) / Math.sqrt(spread);
}

describe('item analysis', () => {
  it('is empty for a test that nobody finished', async () => {
    const test = await addTest(db, track, [{ correct: ['a'] }]);
    expect(await analyse(test.id)).toEqual({ attempts: 0, mean_score: null, questions: [] });
  });

  it('gives known figures for a small test worked out by hand', async () => {
    const test = await addTest(db, track, [{ correct: ['a'] }, { correct: ['a'] }, { correct: ['a'], points: 2 }], {
      shuffle: false,
    });
    await sitAll(test, [
      [['a'], ['a'], ['a']],
      [['a'], ['a'], ['b']],
      [['a'], ['b'], ['b']],
      [['c'], null, []],
    ]);
    const { attempts, mean_score, questions } = await analyse(test.id);
    expect({ attempts, mean_score }).toEqual({ attempts: 4, mean_score: 43.8 });
    const [first, second, third] = questions;
    // Points of the first item 1, 1, 1, 0 beside the rest 3, 1, 0, 0 of three: r = 1 / sqrt(0.75 * 6).
    expect(first).toMatchObject({ attempts: 4, omitted: 0, right: 3, facility: 75, correlation: 0.471 });
    // Best and last of four: one attempt each.
    expect(first).toMatchObject({ upper: 100, lower: 0, index: 1 });
    expect(first?.options.map(({ id, count, correct }) => [id, count, correct])).toEqual([
      ['a', 3, true],
      ['b', 0, false],
      ['c', 1, false],
      ['d', 0, false],
    ]);
    expect(second).toMatchObject({ right: 2, omitted: 1, facility: 50 });
    expect(third).toMatchObject({ right: 1, omitted: 1, facility: 25 });
    expect(questions.map(({ flags }) => flags)).toEqual([['too_few'], ['too_few'], ['too_few']]);
  });

  it('equals the textbook for any answers, also with negative marks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom('right', 'wrong', 'none'), { minLength: 4, maxLength: 4 }), {
          minLength: 3,
          maxLength: 8,
        }),
        async (table) => {
          const worth = [1, 2, 3, 4];
          const specs: QuestionSpec[] = worth.map((points) => ({ correct: ['a'], points, negativePoints: points / 4 }));
          // A fifth question that all have right keeps totals above zero, where they are not cut.
          const test = await addTest(db, track, [...specs, { correct: ['a'], points: 5 }]);
          await sitAll(
            test,
            table.map((row) => [...row.map((one) => ({ right: ['a'], wrong: ['b'], none: null })[one]), ['a']]),
          );
          const points = table.map((row) =>
            row.map((one, index) => ({ right: worth[index] ?? 0, wrong: -(worth[index] ?? 0) / 4, none: 0 })[one]),
          );
          const { questions } = await analyse(test.id);
          for (const index of worth.keys()) {
            const own = points.map((row) => row[index] ?? 0);
            const rest = points.map((row) => 5 + row.reduce((sum, one) => sum + one, 0) - (row[index] ?? 0));
            const expected = pearson(own, rest);
            const item = questions[index];
            // What cannot be told is null on both sides; else they differ by rounding alone.
            expect(item?.correlation === null).toBe(expected === null);
            expect(Math.abs((item?.correlation ?? 0) - (expected ?? 0))).toBeLessThan(0.001);
            expect(item?.right).toBe(table.filter((row) => row[index] === 'right').length);
            expect(item?.omitted).toBe(table.filter((row) => row[index] === 'none').length);
          }
        },
      ),
      { numRuns: 6 },
    );
  });

  it('flags what is too easy, too hard or does not part those who know from those who do not, from thirty attempts on', async () => {
    const test = await addTest(db, track, [
      { correct: ['a'] },
      { correct: ['b'] },
      { correct: ['a'], options: ['a', 'b'] },
      { correct: ['a'], options: ['a', 'b'], points: 10 },
    ]);
    await sitAll(
      test,
      Array.from({ length: 30 }, (_, index) => [
        ['a'],
        [index % 2 === 0 ? 'c' : 'd'],
        [index % 2 === 0 ? 'a' : 'b'],
        [index % 2 === 0 ? 'b' : 'a'],
      ]),
    );
    expect((await analyse(test.id)).questions.map(({ flags }) => flags)).toEqual([
      ['too_easy', 'unused_option'],
      ['too_hard', 'unused_option'],
      ['low_discrimination'],
      ['low_discrimination'],
    ]);
  });

  it('tells the most frequent typed answers and each option of several', async () => {
    const test = await addTest(db, track, [
      { kind: 'multiple', correct: ['a', 'b'] },
      { kind: 'numeric', correct: ['4'] },
      { kind: 'ordering', options: ['x', 'y'], correct: ['x', 'y'] },
    ]);
    await sitAll(test, [
      [['a', 'b'], ['4'], ['x', 'y']],
      [['b', 'c'], ['5'], ['y', 'x']],
      [['a', 'b'], ['5'], null],
    ]);
    const [multiple, numeric, ordering] = (await analyse(test.id)).questions;
    expect(multiple?.options.map(({ count }) => count)).toEqual([2, 3, 1, 0]);
    expect(numeric?.answers).toEqual([
      { selected: ['5'], count: 2, correct: false },
      { selected: ['4'], count: 1, correct: true },
    ]);
    expect(ordering?.answers.map(({ selected }) => selected)).toEqual([
      ['x', 'y'],
      ['y', 'x'],
    ]);
  });

  it('keeps versions apart, and takes only the period asked for', async () => {
    const test = await addTest(db, track, [{ correct: ['a'] }, { correct: ['a'] }]);
    await sitAll(test, [
      [['a'], ['a']],
      [['a'], ['b']],
    ]);
    await asPerson(
      db.owner,
      { userId: editor },
      async (s) => {
        const version = await saveDraft(s, test.id, ({ settings, questions: [first, second] }) => ({
          settings,
          questions: [{ ...Object(first), prompt: 'Newer' }, Object(second)],
        }));
        await publish(s, test.id, version);
      },
      keep,
    );
    const { published } = await asPerson(db.owner, { userId: editor }, (s) => edit(s, test.id));
    await sitAll({ id: test.id, questions: published.questions.map(({ id }) => String(id)) }, [[['b'], ['a']]]);
    const { attempts, questions } = await analyse(test.id);
    expect(attempts).toBe(3);
    expect(questions.map(({ version, current, attempts: n, right }) => [version, current, n, right])).toEqual([
      [2, true, 1, 0],
      [1, true, 3, 2],
      [1, false, 2, 2],
    ]);
    expect((await analyse(test.id, '2999-01-01')).attempts).toBe(0);
    expect((await analyse(test.id, null, '2001-01-01')).attempts).toBe(0);
    expect((await analyse(test.id, '2001-01-01', '2999-01-01')).attempts).toBe(3);
  });

  it('tells the median time, for each version, from five values on', async () => {
    const test = await addTest(db, track, [{ correct: ['a'] }, { correct: ['a'] }, { correct: ['a'] }], {
      shuffle: false,
    });
    await sitAll(
      test,
      // Equal and different answers: the median is over all of them.
      ['a', 'b', 'a', 'c', 'a', 'a'].map((option) => [[option], [option], null]),
    );
    const setTimes = (question: number, times: (number | null)[]) =>
      db.rows(
        `update public.attempt_answers a set seconds_spent = t.seconds
         from (select id, row_number() over (order by started_at, id) as place from public.test_attempts where mock_test_id = $1) s
         join unnest($3::int[]) with ordinality t(seconds, place) on t.place = s.place
         where a.attempt_id = s.id and a.question_id = $2`,
        [test.id, test.questions[question], times],
      );
    const medians = async () => (await analyse(test.id)).questions.map(({ seconds }) => seconds);
    expect(await medians()).toEqual([null, null, null]);
    await setTimes(0, [40, 10, 900, null, 20, 30]);
    await setTimes(1, [40, 10, 900, null, null, 30]);
    expect(await medians()).toEqual([30, null, null]);
    await setTimes(1, [0, 3, 0, 4, 900, 900]);
    // Halves are rounded to whole seconds.
    expect(await medians()).toEqual([30, 4, null]);
  });

  it('reads the answers of this test by index, not those of all others', async () => {
    const learner = await addPerson(db);
    const enrolment = await enrol(db, learner, track);
    const big = await addTest(db, track, [{ correct: ['a'] }, { correct: ['a'] }]);
    const small = await addTest(db, track, [{ correct: ['a'] }, { correct: ['a'] }]);
    for (const [id, count] of [
      [big.id, 20_000],
      [small.id, 100],
    ] as const) {
      await db.rows(
        `insert into public.test_attempts (user_id, enrolment_id, mock_test_id, attempt_no, status, started_at, deadline_at, submitted_at,
           question_order, question_count, score, points, max_points, passed)
         select $1, $2, $3, g, 'submitted', now(), now() + interval '1 hour', now(), private.draw_questions($3, false), 2, 50, 1, 2, false
         from generate_series(1, $4::int) g`,
        [learner, enrolment, id, count],
      );
      await db.rows(
        `insert into public.attempt_answers (attempt_id, question_id, selected, seq, correct, points)
         select a.id, q.id, '{a}', 1, true, 1 from public.test_attempts a join public.questions q on q.mock_test_id = a.mock_test_id
         where a.mock_test_id = $1`,
        [id],
      );
    }
    await db.rows('analyze public.test_attempts');
    await db.rows('analyze public.attempt_answers');
    await db.rows('begin');
    expect(await sequentialScans(small.id)).toEqual([
      { relname: 'attempt_answers', sequential: 0 },
      { relname: 'test_attempts', sequential: 0 },
    ]);
    await db.rows('rollback');
  });

  /** Of one analysis, as the database itself counts them. */
  async function sequentialScans(testId: string) {
    await db.rows(`select set_config('request.jwt.claims', $1, true)`, [
      JSON.stringify({ role: 'authenticated', sub: editor }),
    ]);
    await db.rows('select private.test_item_analysis($1, null, null)', [testId]);
    return db.rows(
      `select relname, pg_stat_get_xact_numscans(oid)::int as sequential from pg_class
       where oid in ('public.attempt_answers'::regclass, 'public.test_attempts'::regclass) order by relname`,
    );
  }
});
