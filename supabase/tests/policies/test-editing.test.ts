import { beforeAll, describe, expect, it } from 'vitest';
import { addInstitution, addPerson, addRole, addStaff, addTest, addTrack, enrol } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Person } from '../support/people.ts';
import { draftQuestion, saveDraft } from '../support/test-editing.ts';

const db = useDatabase();
const service: Person = { role: 'service_role' };
const ids = { editor: '', otherStaff: '', learner: '', manager: '', gone: '' };
let track = '';
let test = { id: '', questions: [''] };
const everythingElse = [
  'users.read',
  'catalogue.manage',
  'analytics.read',
  'audit.read',
  'enrolments.manage',
  'exams.manage',
];

const outsiders = () => [ids.otherStaff, ids.learner, ids.manager, ids.gone];

beforeAll(async () => {
  Object.assign(ids, {
    editor: await addStaff(db, ['tests.manage']),
    otherStaff: await addStaff(db, everythingElse),
    learner: await addPerson(db),
    manager: await addPerson(db, { kind: 'institution' }),
    gone: await addPerson(db, { roles: [await addRole(db, ['tests.manage'])], status: 'suspended' }),
  });
  await addInstitution(db, [ids.manager]);
  track = await addTrack(db);
  await enrol(db, ids.learner, track);
  test = await addTest(db, track, [{ correct: ['b'], explanation: 'SECRET-WHY' }]);
  await asPerson(
    db.owner,
    { userId: ids.editor },
    (s) =>
      saveDraft(s, test.id, (d) => ({ ...d, questions: [...d.questions, draftQuestion({ prompt: 'SECRET-DRAFT' })] })),
    { keep: true },
  );
});

const calls: [string, () => unknown[]][] = [
  ['public.list_tests()', () => []],
  ['public.get_test($1)', () => [test.id]],
  [`public.create_test($1, 'New')`, () => [track]],
  [`public.create_test($1, 'Copy', $2)`, () => [track, test.id]],
  [`public.save_test_draft($1, 1, '{"settings": {}, "questions": []}')`, () => [test.id]],
  [`public.discard_test_draft($1, 1, 'A mistake')`, () => [test.id]],
  [`public.publish_test($1, 1, 'Reviewed')`, () => [test.id]],
  [`public.archive_test($1, 'Too old')`, () => [test.id]],
  [`public.restore_test($1, 'Wanted again')`, () => [test.id]],
  [`public.order_tests($1, $2, 'Easier first')`, () => [track, [test.id]]],
  ['public.test_item_analysis($1)', () => [test.id]],
];

describe.each(calls)('%s', (call, values) => {
  const sql = `select ${call}`;

  it('is for staff with tests.manage', async () => {
    expect(await asPerson(db.owner, { userId: ids.editor }, (s) => s.rows(sql, values()))).toHaveLength(1);
  });

  it('is refused to other staff, learners, managers and suspended staff, before anything else is looked at', async () => {
    for (const userId of outsiders()) {
      for (const given of [
        values(),
        values().map((value) => (value === test.id ? '00000000-0000-4000-8000-000000000000' : value)),
      ]) {
        expect(await asPerson(db.owner, { userId }, (s) => s.refusal(sql, given))).toEqual({
          code: '42501',
          message: 'not_allowed',
        });
      }
    }
  });

  it('is closed to visitors and to the server', async () => {
    for (const person of [{}, service]) {
      expect(await asPerson(db.owner, person, (s) => s.refusal(sql, values()))).toMatchObject({ code: '42501' });
    }
  });
});

describe('tests, questions, keys and drafts', () => {
  it('are written by nobody directly, not even by the server', async () => {
    const statements = ['public.mock_tests', 'public.questions', 'private.answer_keys', 'private.test_drafts'].flatMap(
      (table) => [
        `insert into ${table} default values`,
        `update ${table} set ${table === 'public.mock_tests' ? 'title' : table === 'public.questions' ? 'prompt' : table === 'private.test_drafts' ? 'updated_at' : 'created_at'} = default`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ],
    );
    for (const person of [{}, service, ...[ids.editor, ...outsiders()].map((userId) => ({ userId }))]) {
      for (const sql of statements) {
        expect(await asPerson(db.owner, person, (s) => s.refusal(sql)), sql).toMatchObject({ code: '42501' });
      }
    }
  });

  it('keep drafts and keys from every role of the API, editors too', async () => {
    for (const person of [{}, service, { userId: ids.editor }, { userId: ids.learner }]) {
      for (const table of ['private.test_drafts', 'private.answer_keys']) {
        expect(await asPerson(db.owner, person, (s) => s.refusal(`select 1 from ${table}`))).toMatchObject({
          code: '42501',
        });
      }
    }
  });

  it('keep the helpers of publishing to the owner', async () => {
    for (const call of [
      `private.published_questions('${test.id}')`,
      `private.question_faults('{}')`,
      `private.lock_test_draft('${test.id}', 1)`,
    ]) {
      expect(await asPerson(db.owner, { userId: ids.editor }, (s) => s.refusal(`select ${call}`))).toMatchObject({
        code: '42501',
      });
    }
  });
});

it('no key and no draft leaves the database to anybody without tests.manage', async () => {
  const leaks = (value: unknown) => /SECRET|"correct"/.test(JSON.stringify(value));
  const editorSees = await asPerson(db.owner, { userId: ids.editor }, (s) =>
    s.value('select public.get_test($1)', [test.id]),
  );
  expect(leaks(editorSees)).toBe(true);
  const attempt = await asPerson(db.owner, { userId: ids.learner }, (s) =>
    s.value('select public.get_attempt(public.start_attempt($1))', [test.id]),
  );
  expect(leaks(attempt)).toBe(false);
  expect(JSON.stringify(attempt)).toContain('Question 1');
  for (const userId of outsiders()) {
    await asPerson(db.owner, { userId }, async (s) => {
      for (const table of ['mock_tests', 'questions', 'audit_log']) {
        expect(leaks(await s.rows(`select * from public.${table}`))).toBe(false);
      }
    });
  }
});
