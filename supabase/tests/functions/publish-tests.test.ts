import { beforeAll, describe, expect, it } from 'vitest';
import { addModule, addPerson, addStaff, addTest, addTrack, enrol, text } from '../support/builders.ts';
import { save, start, submit } from '../support/attempts.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Session } from '../support/people.ts';
import { draftQuestion, edit, publish, saveDraft, type Draft } from '../support/test-editing.ts';

const db = useDatabase();
let editor = '';
let learner = '';
let track = '';

beforeAll(async () => {
  editor = await addStaff(db, ['tests.manage']);
  learner = await addPerson(db);
  track = await addTrack(db);
  await enrol(db, learner, track);
});

const keep = { keep: true };
const asEditor = <T>(run: (s: Session) => Promise<T>) => asPerson(db.owner, { userId: editor }, run, keep);
const asLearner = <T>(run: (s: Session) => Promise<T>) => asPerson(db.owner, { userId: learner }, run, keep);
const questionsOf = (testId: string) =>
  db.rows('select id, version, active, lineage_id from public.questions where mock_test_id = $1 order by created_at', [
    testId,
  ]);
const newTest = (title = 'New test') =>
  asEditor(async (s) => text(await s.value('select public.create_test($1, $2)', [track, title])));
const saveAndPublish = (testId: string, change: (draft: Draft) => Draft) =>
  asEditor(async (s) => publish(s, testId, await saveDraft(s, testId, change)));

describe('a test that was begun', () => {
  it('is answered, graded and reviewed as it was, whatever was edited and published meanwhile', async () => {
    const module = await addModule(db, track);
    const test = await addTest(
      db,
      track,
      [
        { correct: ['a'], points: 2, negativePoints: 1, explanation: 'Old why' },
        { kind: 'multiple', correct: ['a', 'b'] },
        { kind: 'numeric', correct: ['10', '1'] },
        { kind: 'ordering', correct: ['a', 'b', 'c', 'd'] },
        { kind: 'short_answer', correct: ['old'] },
        { correct: ['c'] },
      ],
      { passing_score: 60, duration_minutes: 20, review: 'after_submit', shuffle: false, title: 'Old title' },
    );
    const attempt = await asLearner((s) => start(s, test.id));
    const before = await asLearner((s) => s.value('select public.get_attempt($1)', [attempt]));

    await saveAndPublish(test.id, ({ settings, questions }) => ({
      settings: {
        ...settings,
        title: 'New title',
        passing_score: 100,
        duration_minutes: 1,
        review: 'never',
        attempts_allowed: 1,
        shuffle: true,
      },
      questions: questions
        // The last is removed, and all else changes: text, options, key, points, negative marks, explanation, module, kind.
        .slice(0, 5)
        .map((question, index) => ({
          ...question,
          prompt: `New ${index}`,
          options: question.options.map((option) => ({ ...option, text: `New ${option.text}` })),
          correct: { numeric: ['99'], short_answer: ['new'], ordering: ['d', 'c', 'b', 'a'] }[question.kind] ?? ['d'],
          explanation: 'New why',
          points: 50,
          negative_points: 9,
          module_id: module,
        }))
        .toReversed(),
    }));

    const during = await asLearner((s) => s.value('select public.get_attempt($1)', [attempt]));
    const { server_now: _then, ...old } = Object(before);
    expect(during).toMatchObject(old);

    const answers = [['a'], ['b', 'a'], ['10.5'], ['a', 'b', 'c', 'd'], ['old'], ['a']];
    const result = await asLearner(async (s) => {
      const given = answers.map((selected, seq) => ({ question_id: test.questions[seq], selected, seq }));
      for (const one of await save(s, attempt, given)) expect(one.result).toBe('saved');
      return submit(s, attempt);
    });
    expect(result).toMatchObject({ points: 6, max_points: 7, score: 85.71, passed: true });

    const review = await asLearner((s) => s.value('select public.get_attempt_review($1)', [attempt]));
    expect(review).toMatchObject({ questions: test.questions.map((id) => ({ id })) });
    expect(review).toHaveProperty('questions.0', {
      id: test.questions[0],
      kind: 'single',
      prompt: 'Question 1',
      options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Option ${id}` })),
      position: 1,
      flagged: false,
      selected: ['a'],
      is_correct: true,
      correct: ['a'],
      explanation: 'Old why',
      points: 2,
      points_awarded: 2,
      module_id: null,
      module_title: null,
    });
    expect(JSON.stringify(review)).not.toContain('New');

    // The next sitting is of the new version alone.
    await db.rows('update public.mock_tests set attempts_allowed = 5 where id = $1', [test.id]);
    const second = await asLearner((s) => start(s, test.id));
    const fresh = JSON.stringify(await asLearner((s) => s.value('select public.get_attempt($1)', [second])));
    expect(fresh).toContain('New 0');
    expect(fresh).not.toContain('Question 1');
    expect(fresh).toContain('"passing_score":100');
    expect(
      await asLearner((s) => s.value('select question_count from public.test_attempts where id = $1', [second])),
    ).toBe(5);
  });

  it('goes on when the test is archived, and can not be begun again', async () => {
    const test = await addTest(db, track, [{ correct: ['a'] }]);
    const attempt = await asLearner((s) => start(s, test.id));
    await asEditor((s) => s.rows(`select public.archive_test($1, 'No longer taught')`, [test.id]));
    expect(await asLearner((s) => s.rows('select title from public.mock_tests where id = $1', [test.id]))).toHaveLength(
      1,
    );
    expect(
      await asLearner(async (s) => {
        await save(s, attempt, [{ question_id: test.questions[0], selected: ['a'], seq: 1 }]);
        return submit(s, attempt);
      }),
    ).toMatchObject({ score: 100 });
    expect(
      await asPerson(db.owner, { userId: learner }, (s) => s.refusal('select public.start_attempt($1)', [test.id])),
    ).toEqual({ code: 'P0001', message: 'test_not_found' });
  });

  it('has rules, questions and keys that no statement changes, not even one of the owner', async () => {
    const test = await addTest(db, track, [{ correct: ['a'] }]);
    const attempt = await asLearner((s) => start(s, test.id));
    await asLearner((s) => save(s, attempt, [{ question_id: test.questions[0], selected: ['a'], seq: 1 }]));
    for (const sql of [
      'update public.test_attempts set passing_score = 1 where id = $1',
      `update public.test_attempts set question_order = '[]' where id = $1`,
      `update public.test_attempts set review = 'never' where id = $1`,
    ]) {
      await expect(db.rows(sql, [attempt])).rejects.toThrow('attempt_rules_are_fixed');
    }
    for (const sql of [
      `update public.questions set prompt = 'x' where id = $1`,
      'update public.questions set points = 3 where id = $1',
      `update private.answer_keys set correct = '{b}' where question_id = $1`,
    ]) {
      await expect(db.rows(sql, [test.questions[0]])).rejects.toThrow('question_is_answered');
    }
    await db.rows('update public.questions set position = 9, active = false where id = $1', [test.questions[0]]);
  });

  it('is of one revision, however starting and publishing fall together', async () => {
    const test = await addTest(db, track, [{ correct: ['a'] }, { correct: ['a'] }], { passing_score: 10 });
    const version = await asEditor((s) =>
      saveDraft(s, test.id, ({ settings }) => ({
        settings: { ...settings, passing_score: 90 },
        questions: [draftQuestion(), draftQuestion(), draftQuestion()],
      })),
    );
    const people: { userId: string; client: Awaited<ReturnType<typeof db.connect>> }[] = [];
    for (let count = 0; count < 6; count += 1) {
      const userId = await addPerson(db);
      await enrol(db, userId, track);
      people.push({ userId, client: await db.connect() });
    }
    const publisher = await db.connect();
    await Promise.all([
      ...people.map(({ client, userId }) => asPerson(client, { userId }, (s) => start(s, test.id), keep)),
      asPerson(publisher, { userId: editor }, (s) => publish(s, test.id, version), keep),
    ]);
    const sat = await db.rows(
      'select distinct question_count, passing_score, revision from public.test_attempts where mock_test_id = $1',
      [test.id],
    );
    for (const row of sat) {
      expect([
        { question_count: 2, passing_score: 10, revision: 0 },
        { question_count: 3, passing_score: 90, revision: 1 },
      ]).toContainEqual(row);
    }
  });
});

describe('a draft', () => {
  it('is seen by no learner until it is published, and its test neither', async () => {
    const id = await newTest();
    await asEditor((s) => saveDraft(s, id, (draft) => ({ ...draft, questions: [draftQuestion()] })));
    const visible = 'select id from public.mock_tests where id = $1';
    expect(await asLearner((s) => s.rows(visible, [id]))).toEqual([]);
    await asEditor(async (s) => publish(s, id, (await edit(s, id)).version));
    expect(await asLearner((s) => s.rows(visible, [id]))).toHaveLength(1);
  });

  it('may be incomplete, and is refused when it is no document', async () => {
    const id = await newTest();
    await asEditor(async (s) => {
      expect(
        await saveDraft(s, id, ({ settings }) => ({
          settings: { ...settings, title: '' },
          questions: [draftQuestion({ prompt: '', correct: [] })],
        })),
      ).toBe(2);
      const twice = draftQuestion();
      for (const document of [
        [],
        {},
        { settings: {}, questions: {} },
        { settings: {}, questions: [], more: 1 },
        { settings: {}, questions: ['x'] },
        { settings: {}, questions: [twice, twice] },
        { settings: {}, questions: [{ ...draftQuestion(), options: null }] },
        { settings: {}, questions: Array.from({ length: 501 }, () => draftQuestion()) },
      ]) {
        expect(await s.refusal('select public.save_test_draft($1, 2, $2)', [id, JSON.stringify(document)])).toEqual({
          code: 'P0001',
          message: 'invalid_document',
        });
      }
      expect(
        await s.refusal('select public.save_test_draft($1, 2, $2)', [
          id,
          JSON.stringify({ settings: { description: 'x'.repeat(4_000_000) }, questions: [] }),
        ]),
      ).toMatchObject({ message: 'document_too_large' });
    });
  });

  it('is kept by one of two editors only', async () => {
    const id = await newTest();
    const document = JSON.stringify({ settings: {}, questions: [] });
    const clients = await Promise.all([db.connect(), db.connect()]);
    const ends = await Promise.allSettled(
      clients.map((client) =>
        asPerson(
          client,
          { userId: editor },
          (s) => s.rows('select public.save_test_draft($1, 1, $2)', [id, document]),
          keep,
        ),
      ),
    );
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []))[0]).toContain(
      'changed_meanwhile',
    );
  });

  it('written on what was published meanwhile by a colleague is refused', async () => {
    const test = await addTest(db, track, [{ correct: ['a'] }]);
    await saveAndPublish(test.id, (draft) => ({ ...draft, questions: [draftQuestion()] }));
    await asEditor(async (s) => {
      const stale = ['select public.save_test_draft($1, 0, $2)', [test.id, '{"settings":{},"questions":[]}']] as const;
      expect(await s.refusal(stale[0], [...stale[1]])).toMatchObject({ message: 'changed_meanwhile' });
      expect(await s.refusal(`select public.publish_test($1, 0, 'Because')`, [test.id])).toMatchObject({
        message: 'changed_meanwhile',
      });
      expect(await s.refusal(`select public.publish_test($1, 2, 'Because')`, [test.id])).toMatchObject({
        message: 'nothing_to_publish',
      });
    });
  });

  it('is discarded for what is published, with a reason; a test that never was keeps it', async () => {
    const test = await addTest(db, track, [{ correct: ['a'] }]);
    const fresh = await newTest();
    await asEditor(async (s) => {
      const version = await saveDraft(s, test.id, (draft) => ({ ...draft, questions: [] }));
      expect(await s.refusal(`select public.discard_test_draft($1, $2, ' ')`, [test.id, version])).toMatchObject({
        message: 'reason_needed',
      });
      await s.rows(`select public.discard_test_draft($1, $2, 'A mistake')`, [test.id, version]);
      expect(await edit(s, test.id)).toMatchObject({ draft: null, version: version + 1 });
      expect(await s.refusal(`select public.discard_test_draft($1, 1, 'A mistake')`, [fresh])).toMatchObject({
        message: 'never_published',
      });
    });
  });
});

describe('publishing', () => {
  it('keeps questions that are as they were, follows changed ones by a version and retires removed ones', async () => {
    const test = await addTest(db, track, [
      { correct: ['a'] },
      { kind: 'multiple', correct: ['b', 'a'] },
      { correct: ['c'] },
    ]);
    expect(
      await saveAndPublish(test.id, ({ settings, questions: [first, second] }) => ({
        settings,
        questions: [second, { ...Object(first), prompt: 'Better said' }, draftQuestion()],
      })),
    ).toEqual({ version: 2, revision: 1, questions: 3, added: 1, changed: 1, removed: 1 });
    const rows = await questionsOf(test.id);
    const [first, second, third] = test.questions;
    expect(rows.filter(({ active }) => active === false).map(({ id }) => id)).toEqual([first, third]);
    expect(rows.filter(({ lineage_id }) => lineage_id === first).map(({ version }) => version)).toEqual([1, 2]);
    expect(rows.find(({ id }) => id === second)).toMatchObject({ active: true, version: 1 });
    const { published } = await asEditor((s) => edit(s, test.id));
    expect(published.questions.map(({ prompt }) => prompt)).toEqual(['Question 2', 'Better said', 'Which one?']);
  });

  it('is done once when it is asked for twice at the same moment', async () => {
    const id = await newTest();
    const version = await asEditor((s) => saveDraft(s, id, (draft) => ({ ...draft, questions: [draftQuestion()] })));
    const clients = [await db.connect(), await db.connect()];
    const ends = await Promise.allSettled(
      clients.map((client) => asPerson(client, { userId: editor }, (s) => publish(s, id, version), keep)),
    );
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []))[0]).toContain(
      'changed_meanwhile',
    );
    expect(await questionsOf(id)).toHaveLength(1);
    expect(await db.value('select revision from public.mock_tests where id = $1', [id])).toBe(1);
  });

  it('takes a question that names none of this test, or one twice, for a new one', async () => {
    const test = await addTest(db, track, [{ correct: ['a'] }]);
    const other = await addTest(db, track, [{ correct: ['a'] }]);
    expect(
      await saveAndPublish(test.id, ({ settings, questions: [first] }) => ({
        settings,
        questions: [
          Object(first),
          { ...Object(first), ref: 'again' },
          draftQuestion({ id: String(other.questions[0]) }),
          draftQuestion({ id: 'no-id-at-all' }),
        ],
      })),
    ).toMatchObject({ questions: 4, added: 3, changed: 0, removed: 0 });
    expect((await questionsOf(other.id)).map(({ active }) => active)).toEqual([true]);
  });

  it('changes nothing at all when one question has a fault', async () => {
    const test = await addTest(db, track, [{ correct: ['a'] }]);
    const before = await questionsOf(test.id);
    const version = await asEditor((s) =>
      saveDraft(s, test.id, ({ settings }) => ({
        settings,
        questions: [draftQuestion(), draftQuestion({ correct: [] })],
      })),
    );
    const { message } = await asPerson(db.owner, { userId: editor }, (s) =>
      s.refusal(`select public.publish_test($1, $2, 'Because')`, [test.id, version]),
    );
    expect(message).toBe('draft_invalid');
    expect(await questionsOf(test.id)).toEqual(before);
  });

  it('needs a reason and writes who, why and what, without questions or keys, to the audit log', async () => {
    const test = await addTest(db, track, [{ correct: ['a'] }]);
    const version = await asEditor((s) =>
      saveDraft(s, test.id, ({ settings }) => ({
        settings: { ...settings, passing_score: 55 },
        questions: [draftQuestion({ prompt: 'SECRET-PROMPT', correct: ['b'] })],
      })),
    );
    expect(
      await asPerson(db.owner, { userId: editor }, (s) =>
        s.refusal(`select public.publish_test($1, $2, '')`, [test.id, version]),
      ),
    ).toMatchObject({ message: 'reason_needed' });
    await asEditor((s) => publish(s, test.id, version));
    const [entry] = await db.rows(
      'select actor, action, details from public.audit_log where subject_id = $1 order by id desc limit 1',
      [test.id],
    );
    expect(entry).toMatchObject({
      actor: editor,
      action: 'test.published',
      details: {
        reason: 'Reviewed by the board',
        before: { passing_score: 70, revision: 0 },
        after: { passing_score: 55, revision: 1, added: 1, removed: 1 },
      },
    });
    expect(JSON.stringify(entry)).not.toContain('SECRET');
  });

  it.each([
    ['settings', { title: ' ' }, 'title'],
    ['settings', { duration_minutes: 0 }, 'duration_minutes'],
    ['settings', { duration_minutes: 'x' }, 'duration_minutes'],
    ['settings', { passing_score: 101 }, 'passing_score'],
    ['settings', { attempts_allowed: 0 }, 'attempts_allowed'],
    ['settings', { review: 'sometimes' }, 'review'],
    ['settings', { shuffle: null }, 'shuffle'],
    ['settings', { track_id: 'nowhere' }, 'track_id'],
    ['question', { kind: 'essay' }, 'kind'],
    ['question', { prompt: ' ' }, 'prompt'],
    ['question', { options: [{ id: 'a', text: 'One' }] }, 'options'],
    ['question', { points: 101 }, 'points'],
    ['question', { negative_points: -1 }, 'negative_points'],
    ['question', { module_id: '00000000-0000-4000-8000-000000000000' }, 'module_id'],
  ])('refuses %s with %j', async (part, change, field) => {
    const id = await newTest();
    const version = await asEditor((s) =>
      saveDraft(s, id, ({ settings }) => ({
        settings: part === 'settings' ? { ...settings, ...change } : settings,
        questions: [{ ...draftQuestion(), ...(part === 'question' ? change : {}) }],
      })),
    );
    const test = await db.value(
      'select private.draft_faults(t, d.document) from public.mock_tests t join private.test_drafts d on d.mock_test_id = t.id where t.id = $1',
      [id],
    );
    expect(test).toMatchObject([{ field }]);
    expect(
      await asPerson(db.owner, { userId: editor }, (s) =>
        s.refusal(`select public.publish_test($1, $2, 'Because')`, [id, version]),
      ),
    ).toMatchObject({ message: 'draft_invalid' });
  });

  it('does not move a test that was published to another track', async () => {
    const id = await newTest();
    await saveAndPublish(id, (draft) => ({ ...draft, questions: [draftQuestion()] }));
    const other = await addTrack(db);
    const version = await asEditor((s) =>
      saveDraft(s, id, (draft) => ({ ...draft, settings: { ...draft.settings, track_id: other } })),
    );
    expect(
      await asPerson(db.owner, { userId: editor }, (s) =>
        s.refusal(`select public.publish_test($1, $2, 'Because')`, [id, version]),
      ),
    ).toMatchObject({ message: 'draft_invalid' });
  });
});

describe('the list of tests', () => {
  it('reads one page by index however many attempts there are', async () => {
    const many = await addTest(db, track, [{ correct: ['a'] }]);
    const enrolment = await db.value('select id from public.enrolments where user_id = $1 limit 1', [learner]);
    await db.rows(
      `insert into public.test_attempts (user_id, enrolment_id, mock_test_id, attempt_no, status, started_at, deadline_at, submitted_at,
         question_order, question_count, score, points, max_points, passed)
       select $1, $2, $3, g, 'submitted', now(), now() + interval '1 hour', now(), '[]', 1, 0, 0, 1, false from generate_series(1, 20000) g`,
      [learner, enrolment, many.id],
    );
    await db.rows('analyze public.test_attempts');
    // Of a test with few attempts among many: of one with all of them the first thousand rows are the nearest.
    const few = await addTest(db, track, [{ correct: ['a'] }]);
    const plan = await db.rows(
      `explain select count(*) from (select 1 from public.test_attempts a where a.mock_test_id = '${few.id}' limit 1001) a`,
    );
    expect(JSON.stringify(plan)).not.toContain('Seq Scan');
    const attempts = await asEditor((s) =>
      s.value(
        `select r -> 'attempts' from jsonb_array_elements(public.list_tests(p_limit => 200) -> 'rows') r where r ->> 'id' = $1`,
        [many.id],
      ),
    );
    expect(attempts).toBe(1001);
  });

  it('is created into, copied, ordered, archived and restored', async () => {
    const own = await addTrack(db);
    await asEditor(async (s) => {
      const create = async (title: string, copyOf: string | null = null) =>
        text(await s.value('select public.create_test($1, $2, $3)', [own, title, copyOf]));
      const list = async (status: string | null = null) =>
        await s.rows(
          `select r ->> 'id' as id, r ->> 'state' as state from jsonb_array_elements(public.list_tests(null, $1, $2) -> 'rows') r`,
          [own, status],
        );
      const first = await create('First');
      await publish(
        s,
        first,
        await saveDraft(s, first, (d) => ({ ...d, questions: [draftQuestion({ correct: ['c'] })] })),
      );
      const copy = await create('Copy', first);
      const copied = await edit(s, copy);
      expect(copied.draft?.questions).toMatchObject([{ id: null, correct: ['c'], prompt: 'Which one?' }]);
      expect(copied.draft?.settings).toMatchObject({ title: 'Copy', track_id: own });
      expect(await list()).toEqual([
        { id: first, state: 'published' },
        { id: copy, state: 'unpublished' },
      ]);
      expect(await list('published')).toHaveLength(1);
      expect(await list('draft')).toMatchObject([{ id: copy }]);

      await s.rows(`select public.order_tests($1, $2, 'Easier first')`, [own, [copy, first]]);
      expect((await list()).map(({ id }) => id)).toEqual([copy, first]);
      for (const wrong of [[copy], [copy, copy], [copy, first, '00000000-0000-4000-8000-000000000000']]) {
        expect(await s.refusal(`select public.order_tests($1, $2, 'Easier first')`, [own, wrong])).toMatchObject({
          message: 'changed_meanwhile',
        });
      }

      await s.rows(`select public.archive_test($1, 'Old')`, [first]);
      await s.rows(`select public.archive_test($1, 'Old again')`, [first]);
      expect(await list('archived')).toEqual([{ id: first, state: 'archived' }]);
      const version = await saveDraft(s, first, (d) => d);
      expect(await s.refusal(`select public.publish_test($1, $2, 'Because')`, [first, version])).toMatchObject({
        message: 'test_archived',
      });
      await s.rows(`select public.restore_test($1, 'Wanted')`, [first]);
      expect(await list('published')).toEqual([{ id: first, state: 'published' }]);
      await s.rows(`select public.archive_test($1, 'Old')`, [copy]);
      await s.rows(`select public.restore_test($1, 'Wanted')`, [copy]);
      // Never published, so restoring does not publish it.
      expect(await list('draft')).toMatchObject([{ id: copy, state: 'unpublished' }, { id: first }]);
    });
    expect(
      await db.rows(
        `select action, count(*)::int from public.audit_log where action like 'test.%' and (details #>> '{reason}' in ('Old', 'Old again', 'Wanted', 'Easier first')) group by 1 order by 1`,
      ),
    ).toEqual([
      { action: 'test.archived', count: 2 },
      { action: 'test.ordered', count: 1 },
      { action: 'test.restored', count: 2 },
    ]);
  });

  it('finds by part of the title, takes no pattern from it, and refuses an unknown status', async () => {
    await newTest('Hundred % sure');
    await asEditor(async (s) => {
      const total = (search: string) => s.value(`select (public.list_tests($1) -> 'total')::int`, [search]);
      expect(await total('RED % s')).toBe(1);
      expect(await total('H%sure')).toBe(0);
      expect(await s.refusal(`select public.list_tests(null, null, 'lost')`)).toMatchObject({
        message: 'invalid_status',
      });
      expect(await s.refusal('select public.create_test($1, $2)', [track, ' '])).toMatchObject({
        message: 'invalid_title',
      });
      expect(await s.refusal(`select public.create_test('nowhere', 'x')`)).toMatchObject({
        message: 'track_not_found',
      });
      expect(await s.refusal('select public.get_test(gen_random_uuid())')).toMatchObject({ message: 'test_not_found' });
    });
  });
});
