import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addTest, addTrack, enrol, text } from '../support/builders.ts';
import { save, start, submit } from '../support/attempts.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
let track = '';
let test = { id: '', questions: [''] };

beforeAll(async () => {
  track = await addTrack(db);
  test = await addTest(
    db,
    track,
    [{ correct: ['a'] }, { correct: ['a'] }, { kind: 'ordering', correct: ['a', 'b', 'c', 'd'] }],
    { duration_minutes: 10 },
  );
});

async function enrolled(): Promise<string> {
  const id = await addPerson(db);
  await enrol(db, id, track);
  return id;
}

/** Moves a running attempt so that its deadline was this many seconds ago. */
const pastDeadline = (attempt: string, seconds: number) =>
  db.rows(
    `update public.test_attempts set started_at = now() - make_interval(secs => $2 + 600), deadline_at = now() - make_interval(secs => $2) where id = $1`,
    [attempt, seconds],
  );

const keep = { keep: true };

describe('starting a test', () => {
  it('draws all questions and options once and sets the deadline by the clock of the server', async () => {
    await asPerson(db.owner, { userId: await enrolled() }, async (s) => {
      const id = await start(s, test.id);
      const first = await s.value(`select public.get_attempt($1) -> 'questions'`, [id]);
      expect(await s.value(`select public.get_attempt($1) -> 'questions'`, [id])).toEqual(first);
      expect(
        await s.rows(`select q ->> 'id' as id from jsonb_array_elements($1::jsonb) q order by q ->> 'id'`, [
          JSON.stringify(first),
        ]),
      ).toEqual([...test.questions].sort().map((question) => ({ id: question })));
      expect(
        await s.rows(
          'select attempt_no, status, question_count, extract(epoch from deadline_at - started_at)::int as seconds, started_at = now() as now from public.test_attempts',
        ),
      ).toEqual([{ attempt_no: 1, status: 'in_progress', question_count: 3, seconds: 600, now: true }]);
    });
  });

  it('keeps the order of the author when the test is not shuffled, but mixes what is to be put in order', async () => {
    const plain = await addTest(
      db,
      track,
      [
        { correct: ['a'] },
        { correct: ['a'] },
        ...Array.from({ length: 6 }, () => ({ kind: 'ordering' as const, correct: ['a', 'b', 'c', 'd'] })),
      ],
      { shuffle: false },
    );
    const id = await asPerson(db.owner, { userId: await enrolled() }, (s) => start(s, plain.id), keep);
    const order = await db.rows(
      `select o ->> 'question_id' as id, o -> 'options' as options from public.test_attempts, jsonb_array_elements(question_order) o where id = $1`,
      [id],
    );
    expect(order.map((row) => row.id)).toEqual(plain.questions);
    expect(order[0]?.options).toEqual(['a', 'b', 'c', 'd']);
    // Six orderings of four left as written by chance: once in 190 million.
    expect(order.slice(2).every((row) => String(row.options) === 'a,b,c,d')).toBe(false);
  });

  it('answers the running attempt when asked again', async () => {
    await asPerson(db.owner, { userId: await enrolled() }, async (s) =>
      expect(await start(s, test.id)).toBe(await start(s, test.id)),
    );
  });

  it('makes one attempt for two tabs at the same moment', async () => {
    const userId = await enrolled();
    const tabs = await Promise.all([db.connect(), db.connect(), db.connect(), db.connect()]);
    const ids = await Promise.all(tabs.map((tab) => asPerson(tab, { userId }, (s) => start(s, test.id), keep)));
    expect(new Set(ids).size).toBe(1);
    expect(await db.value('select count(*) from public.test_attempts where user_id = $1', [userId])).toBe(1);
  });

  it('counts attempts, and refuses more than are allowed', async () => {
    const twice = await addTest(db, track, [{ correct: ['a'] }], { attempts_allowed: 2 });
    await asPerson(db.owner, { userId: await enrolled() }, async (s) => {
      await submit(s, await start(s, twice.id));
      await submit(s, await start(s, twice.id));
      expect(await s.refusal('select public.start_attempt($1)', [twice.id])).toEqual({
        code: 'P0001',
        message: 'attempts_exhausted',
      });
      expect(await s.rows('select attempt_no from public.test_attempts order by 1')).toEqual([
        { attempt_no: 1 },
        { attempt_no: 2 },
      ]);
    });
  });

  it('needs an enrolment that is open, in the track of the test', async () => {
    const stranger = await addPerson(db);
    await enrol(db, stranger, await addTrack(db));
    const late = await enrolled();
    await db.rows(
      `update public.enrolments set enrolled_at = now() - interval '2 days', expires_at = now() - interval '1 day' where user_id = $1`,
      [late],
    );
    const revoked = await enrolled();
    await db.rows(`update public.enrolments set status = 'revoked' where user_id = $1`, [revoked]);
    for (const userId of [stranger, late, revoked]) {
      expect(
        await asPerson(db.owner, { userId }, (s) => s.refusal('select public.start_attempt($1)', [test.id])),
      ).toEqual({ code: 'P0001', message: 'not_enrolled' });
    }
  });

  it('needs a test that exists, is active and has questions', async () => {
    const empty = await addTest(db, track, []);
    const hidden = await addTest(db, track, [{ correct: ['a'] }], { active: false });
    await asPerson(db.owner, { userId: await enrolled() }, async (s) => {
      for (const id of [empty.id, hidden.id, '00000000-0000-4000-8000-000000000000']) {
        expect(await s.refusal('select public.start_attempt($1)', [id])).toEqual({
          code: 'P0001',
          message: 'test_not_found',
        });
      }
    });
  });

  it('is refused to a suspended person and to a visitor', async () => {
    const suspended = await enrolled();
    await db.rows(`update public.profiles set status = 'suspended' where user_id = $1`, [suspended]);
    for (const person of [{ userId: suspended }, {}]) {
      expect(
        (await asPerson(db.owner, person, (s) => s.refusal('select public.start_attempt($1)', [test.id]))).code,
      ).toBe('42501');
    }
  });

  it('takes no clock and no person from the client', async () => {
    await asPerson(db.owner, { userId: await enrolled() }, async (s) => {
      expect(
        (await s.refusal(`select public.start_attempt(p_mock_test_id => $1, p_now => '2020-01-01')`, [test.id])).code,
      ).toBe('42883');
    });
  });
});

describe('the deadline', () => {
  it('still takes answers within the grace, and no longer after it', async () => {
    const userId = await enrolled();
    const attempt = await asPerson(db.owner, { userId }, (s) => start(s, test.id), keep);
    const answer = (seq: number) => [{ question_id: test.questions[0], selected: ['a'], seq }];

    await pastDeadline(attempt, 59);
    await asPerson(
      db.owner,
      { userId },
      async (s) => expect(await save(s, attempt, answer(1))).toMatchObject([{ result: 'saved' }]),
      keep,
    );
    await pastDeadline(attempt, 61);
    await asPerson(db.owner, { userId }, async (s) => {
      expect(await s.refusal('select public.save_answers($1, $2)', [attempt, JSON.stringify(answer(2))])).toEqual({
        code: 'P0001',
        message: 'attempt_closed',
      });
      expect(await submit(s, attempt)).toMatchObject({ status: 'expired', points: 1, max_points: 3 });
    });
  });

  it('follows the grace that the settings name', async () => {
    const userId = await enrolled();
    const attempt = await asPerson(db.owner, { userId }, (s) => start(s, test.id), keep);
    await pastDeadline(attempt, 61);
    await db.rows(
      `update public.app_settings set value = value || '{"submit_grace_seconds": 120}' where key = 'policies'`,
    );
    await asPerson(db.owner, { userId }, async (s) =>
      expect(await submit(s, attempt)).toMatchObject({ status: 'submitted' }),
    );
    await db.rows(
      `update public.app_settings set value = value || '{"submit_grace_seconds": 60}' where key = 'policies'`,
    );
    await asPerson(db.owner, { userId }, async (s) =>
      expect(await submit(s, attempt)).toMatchObject({ status: 'expired' }),
    );
  });

  it('closes an attempt that is looked at too late, with what was saved', async () => {
    const userId = await enrolled();
    const attempt = await asPerson(
      db.owner,
      { userId },
      async (s) => {
        const id = await start(s, test.id);
        await save(s, id, [{ question_id: test.questions[1], selected: ['a'], seq: 1 }]);
        return id;
      },
      keep,
    );
    await pastDeadline(attempt, 3600);
    await asPerson(db.owner, { userId }, async (s) => {
      expect(await s.value('select public.get_attempt($1)', [attempt])).toMatchObject({
        status: 'expired',
        points: 1,
        max_points: 3,
        passed: false,
        review_allowed: true,
      });
    });
  });

  it('makes room for a new attempt', async () => {
    const userId = await enrolled();
    const old = await asPerson(db.owner, { userId }, (s) => start(s, test.id), keep);
    await pastDeadline(old, 3600);
    await asPerson(db.owner, { userId }, async (s) => {
      expect(await start(s, test.id)).not.toBe(old);
      expect(await s.rows('select attempt_no, status from public.test_attempts order by 1')).toEqual([
        { attempt_no: 1, status: 'expired' },
        { attempt_no: 2, status: 'in_progress' },
      ]);
    });
  });

  it('is kept by the scheduled job for people who went away, and for nobody else', async () => {
    const attempts: string[] = [];
    for (let person = 0; person < 3; person += 1) {
      attempts.push(await asPerson(db.owner, { userId: await enrolled() }, (s) => start(s, test.id), keep));
    }
    await pastDeadline(text(attempts[0]), 61);
    await pastDeadline(text(attempts[2]), 30);
    await asPerson(db.owner, { role: 'service_role' }, async (s) => {
      expect(await s.value('select public.system_close_attempts()')).toBeGreaterThanOrEqual(1);
      expect(await s.value('select public.system_close_attempts()')).toBe(0);
      expect(
        await s.rows(
          `select status, submitted_at = deadline_at as at_deadline from public.test_attempts where id = any ($1) order by array_position($1, id)`,
          [attempts],
        ),
      ).toEqual([
        { status: 'expired', at_deadline: true },
        { status: 'in_progress', at_deadline: null },
        { status: 'in_progress', at_deadline: null },
      ]);
    });
  });
});

describe('submitting', () => {
  it('repeats the first result when asked again', async () => {
    await asPerson(db.owner, { userId: await enrolled() }, async (s) => {
      const id = await start(s, test.id);
      await save(s, id, [{ question_id: test.questions[0], selected: ['a'], seq: 1 }]);
      const first = await submit(s, id);
      expect(first).toMatchObject({ status: 'submitted', points: 1, max_points: 3, score: 33.33, passed: false });
      expect(await submit(s, id)).toEqual(first);
    });
  });

  it('grades once for two tabs at the same moment', async () => {
    const userId = await enrolled();
    const id = await asPerson(db.owner, { userId }, (s) => start(s, test.id), keep);
    const tabs = await Promise.all([db.connect(), db.connect()]);
    const [first, second] = await Promise.all(tabs.map((tab) => asPerson(tab, { userId }, (s) => submit(s, id), keep)));
    expect(second).toEqual(first);
  });

  it('counts every answer that was called saved, while saving and submitting race', async () => {
    const userId = await enrolled();
    const id = await asPerson(db.owner, { userId }, (s) => start(s, test.id), keep);
    const [saver, submitter] = await Promise.all([db.connect(), db.connect()]);
    const saving = asPerson(
      saver,
      { userId },
      (s) => save(s, id, [{ question_id: test.questions[0], selected: ['a'], seq: 1 }]),
      keep,
    ).then(
      ([one]) => one?.result === 'saved',
      () => false,
    );
    const [saved, result] = await Promise.all([saving, asPerson(submitter, { userId }, (s) => submit(s, id), keep)]);
    expect(result.points).toBe(saved ? 1 : 0);
  });

  it('waits for an answer that is being saved', async () => {
    const userId = await enrolled();
    const id = await asPerson(db.owner, { userId }, (s) => start(s, test.id), keep);
    const [saver, submitter] = await Promise.all([db.connect(), db.connect()]);
    let submitting: Promise<{ points: number }> | undefined;
    await asPerson(
      saver,
      { userId },
      async (s) => {
        await save(s, id, [{ question_id: test.questions[0], selected: ['a'], seq: 1 }]);
        submitting = asPerson(submitter, { userId }, (other) => submit(other, id), keep);
        await expect
          .poll(() =>
            db.value(
              `select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
            ),
          )
          .toBe(1);
      },
      keep,
    );
    expect((await submitting)?.points).toBe(1);
  });

  it('is final: a finished attempt never runs again and keeps its result, even for the owner of the table', async () => {
    const userId = await enrolled();
    const id = await asPerson(
      db.owner,
      { userId },
      async (s) => {
        const attempt = await start(s, test.id);
        await submit(s, attempt);
        return attempt;
      },
      keep,
    );
    for (const change of [
      `status = 'in_progress', submitted_at = null, score = null, passed = null`,
      `score = 100, passed = true`,
      `deadline_at = now() + interval '1 day'`,
    ]) {
      await expect(db.rows(`update public.test_attempts set ${change} where id = $1`, [id])).rejects.toMatchObject({
        code: 'P0001',
        message: 'attempt_finished',
      });
    }
  });

  it('is the only way to a score: nobody writes attempts through the API', async () => {
    await asPerson(db.owner, { userId: await enrolled() }, async (s) => {
      const id = await start(s, test.id);
      for (const statement of [
        `update public.test_attempts set score = 100`,
        `update public.test_attempts set deadline_at = now() + interval '1 day'`,
        `delete from public.test_attempts`,
        `insert into public.test_attempts (user_id) values (null)`,
      ]) {
        expect((await s.refusal(statement)).code, statement).toBe('42501');
      }
      expect(await s.value('select count(*) from public.test_attempts where id = $1', [id])).toBe(1);
    });
  });
});
