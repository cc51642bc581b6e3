import { beforeAll, describe, expect, it } from 'vitest';
import { addModule, addPerson, addStaff, addTest, addTrack, enrol, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Session } from '../support/people.ts';

const db = useDatabase();
const secret = 'EXPLANATION-THAT-MUST-NOT-LEAK';
let learner = '';
let track = '';
let test = { id: '', questions: [''] };

beforeAll(async () => {
  learner = await addPerson(db);
  track = await addTrack(db);
  await addModule(db, track);
  await enrol(db, learner, track);
  test = await addTest(db, track, [
    { correct: ['b'], explanation: secret },
    { kind: 'numeric', correct: ['271828'], explanation: secret },
    { kind: 'short_answer', correct: ['SECRET-ANSWER'], explanation: secret },
  ]);
});

const asLearner = <T>(run: (session: Session) => Promise<T>) => asPerson(db.owner, { userId: learner }, run);
const leaks = (value: unknown) =>
  /EXPLANATION-THAT|271828|SECRET-ANSWER|"correct"|"is_correct"|"points_awarded"/.test(JSON.stringify(value));

describe('before submission a learner', () => {
  it('cannot read the table of answers, and nor can anybody else through the API', async () => {
    for (const role of ['anon', 'authenticated', 'service_role'] as const) {
      const { code } = await asPerson(db.owner, { userId: learner, role }, (s) =>
        s.refusal('select * from private.answer_keys'),
      );
      expect(code).toBe('42501');
    }
    expect(await db.value('select count(*) from private.answer_keys')).toBe(3);
  });

  it('sees no row of questions, while staff with tests.manage do', async () => {
    expect(await asLearner((s) => s.rows('select * from public.questions'))).toEqual([]);
    const editor = await addStaff(db, ['tests.manage']);
    expect(await asPerson(db.owner, { userId: editor }, (s) => s.value('select count(*) from public.questions'))).toBe(
      3,
    );
  });

  it('sees no question by embedding from the test or the module', async () => {
    const rows = await asLearner((s) =>
      s.rows(
        'select t.id, q.prompt from public.mock_tests t left join public.questions q on q.mock_test_id = t.id where t.id = $1',
        [test.id],
      ),
    );
    expect(rows).toEqual([{ id: test.id, prompt: null }]);
  });

  it('gets the questions by get_attempt, without answers, explanations or marks', async () => {
    const attempt = await asLearner(async (s) => {
      const id = await s.value('select public.start_attempt($1)', [test.id]);
      await s.rows('select public.save_answers($1, $2)', [
        id,
        JSON.stringify([{ question_id: test.questions[0], selected: ['b'], seq: 1 }]),
      ]);
      return s.value('select public.get_attempt($1)', [id]);
    });
    expect(attempt).toMatchObject({
      status: 'in_progress',
      score: null,
      passed: null,
      points: null,
      review_allowed: false,
    });
    expect(JSON.stringify(attempt)).toContain('Question 1');
    expect(leaks(attempt)).toBe(false);
  });

  it('gets nothing beyond id and text of an option, whatever an author stored in it', async () => {
    await db.rows(
      `update public.questions set options = '[{"id":"a","text":"A"},{"id":"b","text":"B","correct":true,"why":"${secret}"}]' where id = $1`,
      [test.questions[0]],
    );
    const attempt = await asLearner(async (s) =>
      s.value('select public.get_attempt(public.start_attempt($1))', [test.id]),
    );
    expect(leaks(attempt)).toBe(false);
  });

  it('learns nothing from the reply to a saved answer', async () => {
    const replies = await asLearner(async (s) => {
      const id = await s.value('select public.start_attempt($1)', [test.id]);
      const reply = (selected: string[], seq: number) =>
        s.value('select public.save_answers($1, $2) - $3::text', [
          id,
          JSON.stringify([{ question_id: test.questions[0], selected, seq }]),
          'server_now',
        ]);
      return { right: await reply(['b'], 1), wrong: await reply(['a'], 2) };
    });
    expect(JSON.stringify(replies.right).replace('"seq":1', '"seq":2')).toBe(JSON.stringify(replies.wrong));
    expect(leaks(replies)).toBe(false);
  });

  it('cannot read what was marked, nor the drawn order, while the answer itself can be read', async () => {
    await asLearner(async (s) => {
      const id = await s.value('select public.start_attempt($1)', [test.id]);
      await s.rows('select public.save_answers($1, $2)', [
        id,
        JSON.stringify([{ question_id: test.questions[0], selected: ['b'], seq: 1 }]),
      ]);
      expect((await s.refusal('select correct from public.attempt_answers')).code).toBe('42501');
      expect((await s.refusal('select points from public.attempt_answers')).code).toBe('42501');
      expect((await s.refusal('select * from public.attempt_answers')).code).toBe('42501');
      expect((await s.refusal('select question_order from public.test_attempts')).code).toBe('42501');
      // A column that may not be read may not be filtered or sorted by either.
      expect((await s.refusal('select attempt_id from public.attempt_answers where correct')).code).toBe('42501');
      expect((await s.refusal('select attempt_id from public.attempt_answers order by points')).code).toBe('42501');
      expect(await s.rows('select selected from public.attempt_answers where attempt_id = $1', [id])).toEqual([
        { selected: ['b'] },
      ]);
    });
  });

  it('is refused the review while the attempt runs, and gets it afterwards', async () => {
    await asLearner(async (s) => {
      const id = await s.value('select public.start_attempt($1)', [test.id]);
      expect(await s.refusal('select public.get_attempt_review($1)', [id])).toEqual({
        code: 'P0001',
        message: 'review_not_allowed',
      });
      await s.rows('select public.submit_attempt($1)', [id]);
      expect(leaks(await s.value('select public.get_attempt_review($1)', [id]))).toBe(true);
    });
  });

  it('is refused the review of an earlier attempt while the same test runs again', async () => {
    await asLearner(async (s) => {
      const first = await s.value('select public.start_attempt($1)', [test.id]);
      await s.rows('select public.submit_attempt($1)', [first]);
      const second = await s.value('select public.start_attempt($1)', [test.id]);
      expect(await s.refusal('select public.get_attempt_review($1)', [first])).toEqual({
        code: 'P0001',
        message: 'review_not_allowed',
      });
      expect(await s.value(`select public.get_attempt($1) -> 'review_allowed'`, [first])).toBe(false);
      await s.rows('select public.submit_attempt($1)', [second]);
      expect(leaks(await s.value('select public.get_attempt_review($1)', [first]))).toBe(true);
    });
  });

  it('cannot call grading or the rules of right answers', async () => {
    for (const call of [
      `select private.grade_attempts('{}', 'submitted')`,
      `select private.is_right_answer('single', '{a}', '{b}')`,
      `select private.close_attempts()`,
      `select public.system_close_attempts()`,
      `select private.draw_questions(gen_random_uuid(), true)`,
      `select private.is_review_allowed(null, now())`,
    ]) {
      expect((await asLearner((s) => s.refusal(call))).code, call).toBe('42501');
    }
  });

  it('finds no answer in any table, view or column that the API lets a learner read', async () => {
    const columns = await db.rows(`
      select c.table_schema, c.table_name, c.column_name from information_schema.columns c
      where c.table_schema in ('public', 'private') and has_column_privilege('authenticated', format('%I.%I', c.table_schema, c.table_name), c.column_name, 'select')`);
    expect(columns.length).toBeGreaterThan(50);
    await asLearner(async (s) => {
      await s.rows('select public.start_attempt($1)', [test.id]);
      for (const column of columns) {
        const [schema, table, name] = [text(column.table_schema), text(column.table_name), text(column.column_name)];
        const found = await s.value(
          `select count(*) from ${schema}.${table} where "${name}"::text ~ 'EXPLANATION-THAT|SECRET-ANSWER|271828'`,
        );
        expect(found, `${schema}.${table}.${name}`).toBe(0);
      }
    });
  });
});

describe('the review policy', () => {
  it('never shows answers when it says never', async () => {
    const never = await addTest(db, track, [{ correct: ['a'] }], { review: 'never' });
    await asLearner(async (s) => {
      const id = await s.value('select public.start_attempt($1)', [never.id]);
      await s.rows('select public.submit_attempt($1)', [id]);
      expect((await s.refusal('select public.get_attempt_review($1)', [id])).message).toBe('review_not_allowed');
    });
  });

  it('shows them after a pass only when it says so', async () => {
    const afterPass = await addTest(db, track, [{ correct: ['a'] }], { review: 'after_pass' });
    await asLearner(async (s) => {
      const failed = await s.value('select public.start_attempt($1)', [afterPass.id]);
      await s.rows('select public.submit_attempt($1)', [failed]);
      expect((await s.refusal('select public.get_attempt_review($1)', [failed])).message).toBe('review_not_allowed');

      const passed = await s.value('select public.start_attempt($1)', [afterPass.id]);
      await s.rows('select public.save_answers($1, $2)', [
        passed,
        JSON.stringify([{ question_id: afterPass.questions[0], selected: ['a'], seq: 1 }]),
      ]);
      await s.rows('select public.submit_attempt($1)', [passed]);
      expect(await s.value(`select public.get_attempt_review($1) #> '{questions,0,correct}'`, [passed])).toEqual(['a']);
    });
  });

  it('shows nothing of somebody else’s attempt', async () => {
    const other = await addPerson(db);
    await enrol(db, other, track);
    const id = await asPerson(
      db.owner,
      { userId: other },
      async (s) => {
        const attempt = await s.value('select public.start_attempt($1)', [test.id]);
        await s.rows('select public.submit_attempt($1)', [attempt]);
        return attempt;
      },
      { keep: true },
    );
    for (const name of ['get_attempt', 'get_attempt_review', 'submit_attempt']) {
      expect((await asLearner((s) => s.refusal(`select public.${name}($1)`, [id]))).code, name).toBe('42501');
    }
    expect((await asLearner((s) => s.refusal(`select public.save_answers($1, '[]')`, [id]))).code).toBe('42501');
  });
});
