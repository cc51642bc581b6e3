import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addTest, addTrack, enrol } from '../support/builders.ts';
import { save, start, submit } from '../support/attempts.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Session } from '../support/people.ts';

const db = useDatabase();
let learner = '';
let test = { id: '', questions: [''] };

beforeAll(async () => {
  learner = await addPerson(db);
  const track = await addTrack(db);
  await enrol(db, learner, track);
  test = await addTest(db, track, [
    { correct: ['a'] },
    { kind: 'multiple', correct: ['a', 'b'] },
    { kind: 'numeric', correct: ['1'] },
    { kind: 'ordering', correct: ['a', 'b', 'c', 'd'] },
  ]);
});

const sitting = <T>(run: (s: Session, attempt: string) => Promise<T>) =>
  asPerson(db.owner, { userId: learner }, async (s) => run(s, await start(s, test.id)));
const stored = (s: Session, attempt: string) =>
  s.rows('select question_id, selected, flagged, seq from public.attempt_answers where attempt_id = $1 order by seq', [
    attempt,
  ]);

describe('saving answers', () => {
  it('keeps them, with their flags, and says so one by one', async () => {
    const [first, second] = test.questions;
    await sitting(async (s, attempt) => {
      expect(
        await save(s, attempt, [
          { question_id: first, selected: ['a'], flagged: true, seq: 1 },
          { question_id: second, selected: ['a', 'b'], seq: 2 },
        ]),
      ).toEqual([
        { question_id: first, seq: 1, result: 'saved' },
        { question_id: second, seq: 2, result: 'saved' },
      ]);
      expect(await stored(s, attempt)).toEqual([
        { question_id: first, selected: ['a'], flagged: true, seq: 1 },
        { question_id: second, selected: ['a', 'b'], flagged: false, seq: 2 },
      ]);
    });
  });

  it('lets the larger number win, in whatever order answers arrive', async () => {
    const [first] = test.questions;
    await sitting(async (s, attempt) => {
      await save(s, attempt, [{ question_id: first, selected: ['b'], seq: 7 }]);
      expect(await save(s, attempt, [{ question_id: first, selected: ['a'], seq: 3 }])).toEqual([
        { question_id: first, seq: 3, result: 'stale' },
      ]);
      expect(await save(s, attempt, [{ question_id: first, selected: ['a'], seq: 7 }])).toEqual([
        { question_id: first, seq: 7, result: 'stale' },
      ]);
      expect(await stored(s, attempt)).toMatchObject([{ selected: ['b'], seq: 7 }]);
      expect(await save(s, attempt, [{ question_id: first, selected: ['c'], seq: 8 }])).toMatchObject([
        { result: 'saved' },
      ]);
      expect(await stored(s, attempt)).toMatchObject([{ selected: ['c'], seq: 8 }]);
    });
  });

  it('keeps the largest of several answers to one question in a batch', async () => {
    const [first] = test.questions;
    await sitting(async (s, attempt) => {
      const results = await save(s, attempt, [
        { question_id: first, selected: ['b'], seq: 2 },
        { question_id: first, selected: ['c'], seq: 3 },
        { question_id: first, selected: ['a'], seq: 1 },
      ]);
      expect(results.map(({ result }) => result)).toEqual(['saved', 'saved', 'stale']);
      expect(await stored(s, attempt)).toMatchObject([{ selected: ['c'], seq: 3 }]);
    });
  });

  it('calls an answer that is sent again after a lost reply saved', async () => {
    const answer = [{ question_id: test.questions[0], selected: ['b'], flagged: true, seq: 4 }];
    await sitting(async (s, attempt) => {
      expect(await save(s, attempt, answer)).toEqual(await save(s, attempt, answer));
    });
  });

  it('ends with the same answers however a queue is cut, mixed and repeated', async () => {
    const answers = fc.array(fc.record({ question: fc.nat(1), option: fc.constantFrom('a', 'b', 'c', 'd') }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(answers, fc.array(fc.nat(7), { maxLength: 12 }), async (log, replays) => {
        const entries = log.map(({ question, option }, index) => ({
          question_id: test.questions[question],
          selected: [option],
          seq: index + 1,
        }));
        const last = new Map(entries.map((entry) => [entry.question_id, entry.seq]));
        await sitting(async (s, attempt) => {
          for (const index of replays) await save(s, attempt, entries.slice(index, index + 3));
          await save(s, attempt, entries.toReversed());
          const rows = await stored(s, attempt);
          expect(new Map(rows.map(({ question_id, seq }) => [question_id, seq]))).toEqual(
            new Map([...last].sort((a, b) => a[1] - b[1])),
          );
        });
      }),
      { numRuns: 20 },
    );
  });

  it('refuses what is no answer to the question and keeps the rest of the batch', async () => {
    const [single, multiple, numeric, ordering] = test.questions;
    const cases: [string | undefined, unknown, unknown, string][] = [
      [single, ['a', 'b'], 1, 'invalid_answer'],
      [single, ['z'], 1, 'invalid_answer'],
      [single, 'a', 1, 'invalid_answer'],
      [single, null, 1, 'invalid_answer'],
      [single, [1], 1, 'invalid_answer'],
      [multiple, ['a', 'a'], 1, 'invalid_answer'],
      [ordering, ['a', 'b', 'c', 'd', 'a'], 1, 'invalid_answer'],
      [numeric, ['9'.repeat(61)], 1, 'invalid_answer'],
      [single, ['a'], -1, 'invalid_seq'],
      [single, ['a'], 1.5, 'invalid_seq'],
      [single, ['a'], '1', 'invalid_seq'],
      [single, ['a'], null, 'invalid_seq'],
      [single, ['a'], 1e30, 'invalid_seq'],
      ['00000000-0000-4000-8000-000000000000', ['a'], 1, 'unknown_question'],
      ['not-a-uuid', ['a'], 1, 'unknown_question'],
    ];
    await sitting(async (s, attempt) => {
      const results = await save(s, attempt, [
        ...cases.map(([question_id, selected, seq]) => ({ question_id, selected, seq })),
        { question_id: single, selected: ['a'], seq: 1 },
      ]);
      expect(results.map(({ result, code }) => code ?? result)).toEqual([
        ...cases.map(([, , , code]) => code),
        'saved',
      ]);
      expect(await stored(s, attempt)).toEqual([{ question_id: single, selected: ['a'], flagged: false, seq: 1 }]);
    });
  });

  describe('time on screen', () => {
    /** Saves one answer as if so many seconds of the attempt had passed. */
    const saveAfter = (s: Session, attempt: string, passed: number, seconds: unknown, seq = 1) =>
      s.value(
        `select private.save_answers($1, $2, (select started_at from public.test_attempts where id = $1) + make_interval(secs => $3)) #>> '{results,0}'`,
        [attempt, JSON.stringify([{ question_id: test.questions[0], selected: ['b'], seq, seconds }]), passed],
      );
    const spent = (s: Session, attempt: string) =>
      s.value('select seconds_spent from public.attempt_answers where attempt_id = $1', [attempt]);

    it('is not needed', async () => {
      for (const seconds of [undefined, null]) {
        await sitting(async (s, attempt) => {
          expect(await saveAfter(s, attempt, 60, seconds)).toContain('"saved"');
          expect(await spent(s, attempt)).toBeNull();
          await saveAfter(s, attempt, 60, 8, 2);
          await saveAfter(s, attempt, 60, seconds, 3);
          expect(await spent(s, attempt)).toBe(8);
        });
      }
    });

    it('is kept as the largest that was given, also with an answer that is sent again', async () => {
      await sitting(async (s, attempt) => {
        await saveAfter(s, attempt, 60, 12, 1);
        await saveAfter(s, attempt, 60, 5, 2);
        expect(await spent(s, attempt)).toBe(12);
        expect(await saveAfter(s, attempt, 60, 31, 2)).toContain('"saved"');
        expect(await spent(s, attempt)).toBe(31);
      });
    });

    it('changes nothing about which answer is the newer one', async () => {
      await sitting(async (s, attempt) => {
        await saveAfter(s, attempt, 60, 5, 9);
        expect(await saveAfter(s, attempt, 60, 50, 8)).toContain('"stale"');
        expect(await spent(s, attempt)).toBe(5);
      });
    });

    it('is never more than the attempt has lasted, nor below zero', async () => {
      for (const [given, kept] of [
        [61, 60],
        [1e300, 60],
        [60, 60],
        [0, 0],
        [-1, 0],
        [-1e300, 0],
      ]) {
        await sitting(async (s, attempt) => {
          expect(await saveAfter(s, attempt, 60.9, given)).toContain('"saved"');
          expect(await spent(s, attempt)).toBe(kept);
        });
      }
    });

    it('is refused as something else than a whole number, like any wrong field', async () => {
      await sitting(async (s, attempt) => {
        for (const seconds of ['5', 1.5, true, [], {}]) {
          expect(await saveAfter(s, attempt, 60, seconds), JSON.stringify(seconds)).toContain('"invalid_seconds"');
        }
        expect(await stored(s, attempt)).toEqual([]);
      });
    });

    it('does not move the deadline or the result', async () => {
      const results = [];
      for (const seconds of [undefined, 1_000_000]) {
        results.push(
          await sitting(async (s, attempt) => {
            const deadline = () => s.value('select deadline_at - started_at from public.test_attempts');
            const before = await deadline();
            await saveAfter(s, attempt, 60, seconds);
            expect(await deadline()).toEqual(before);
            const { score, points, passed } = await submit(s, attempt);
            return { score, points, passed };
          }),
        );
      }
      expect(results[0]).toEqual(results[1]);
    });
  });

  it('refuses a body that is not a list of answers', async () => {
    await sitting(async (s, attempt) => {
      for (const body of ['{}', '"x"', 'null', JSON.stringify(Array.from({ length: 501 }, () => ({})))]) {
        expect((await s.refusal('select public.save_answers($1, $2)', [attempt, body])).message).toBe(
          'invalid_answers',
        );
      }
      expect((await save(s, attempt, [])).length).toBe(0);
      expect(
        await s.value(`select public.save_answers($1, '[1, null, "x", []]') #> '{results,2,code}'`, [attempt]),
      ).toBe('unknown_question');
    });
  });

  it('is over once the attempt is submitted', async () => {
    await sitting(async (s, attempt) => {
      await submit(s, attempt);
      expect(await s.refusal('select public.save_answers($1, $2)', [attempt, '[]'])).toEqual({
        code: 'P0001',
        message: 'attempt_closed',
      });
    });
  });

  it('is the only way to write an answer', async () => {
    await sitting(async (s, attempt) => {
      await save(s, attempt, [{ question_id: test.questions[0], selected: ['b'], seq: 1 }]);
      for (const statement of [
        `update public.attempt_answers set selected = '{a}'`,
        `update public.attempt_answers set correct = true`,
        `update public.attempt_answers set seconds_spent = 1`,
        `delete from public.attempt_answers`,
        `insert into public.attempt_answers (attempt_id, question_id, selected, seq) values ('${attempt}', '${test.questions[1]}', '{a}', 1)`,
      ]) {
        expect((await s.refusal(statement)).code, statement).toBe('42501');
      }
    });
  });
});
