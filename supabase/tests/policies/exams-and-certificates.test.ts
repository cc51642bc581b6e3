import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Person } from '../support/people.ts';
import { certify, readyLearner } from '../support/exams.ts';

const db = useDatabase();
const people = { holder: '', other: '', exams: '', certificates: '' };
const service: Person = { role: 'service_role' };

beforeAll(async () => {
  const learner = await readyLearner(db);
  await certify(db, learner, '2030-01-01T00:00:00Z');
  await certify(db, await readyLearner(db), '2030-01-01T00:00:00Z');
  Object.assign(people, {
    holder: learner.userId,
    other: await addPerson(db),
    exams: await addStaff(db, ['exams.read']),
    certificates: await addStaff(db, ['certificates.read']),
  });
});

const count = (person: Person, sql: string) =>
  asPerson(db.owner, person, async (session) => (await session.rows(sql)).length);
const refused = (person: Person, sql: string) => asPerson(db.owner, person, (session) => session.refusal(sql));

describe('exam_sessions', () => {
  const sql =
    'select id, track_id, attempt_no, session_url, status, scheduled_at, score, proctor_rating, incidents from public.exam_sessions';

  it('shows learners their own, staff with exams.read all, others none', async () => {
    expect([
      await count({ userId: people.holder }, sql),
      await count({ userId: people.other }, sql),
      await count({ userId: people.certificates }, sql),
    ]).toEqual([1, 0, 0]);
    expect([await count({ userId: people.exams }, sql), await count(service, sql)]).toEqual([2, 2]);
    expect(await refused({}, sql)).toMatchObject({ code: '42501' });
  });

  it.each(['session_key', 'vendor_session_id', 'note', 'decided_by', 'next_read_at'])(
    'keeps %s from people',
    async (column) => {
      expect(await refused({ userId: people.holder }, `select ${column} from public.exam_sessions`)).toMatchObject({
        code: '42501',
      });
      expect(await count(service, `select ${column} from public.exam_sessions`)).toBe(2);
    },
  );

  it('is written by nobody directly', async () => {
    for (const person of [{ userId: people.holder }, { userId: people.exams }, service]) {
      expect(await refused(person, `update public.exam_sessions set status = 'passed', score = 100`)).toMatchObject({
        code: '42501',
      });
      expect(await refused(person, 'delete from public.exam_sessions')).toMatchObject({ code: '42501' });
      expect(await refused(person, 'insert into public.exam_sessions default values')).toMatchObject({ code: '42501' });
    }
  });
});

describe('certificates', () => {
  const sql = 'select id, number, holder_name, status, expires_at, pdf_path, credly_url from public.certificates';

  it('shows holders their own, staff with certificates.read all, others none', async () => {
    expect([
      await count({ userId: people.holder }, sql),
      await count({ userId: people.other }, sql),
      await count({ userId: people.exams }, sql),
    ]).toEqual([1, 0, 0]);
    expect([await count({ userId: people.certificates }, sql), await count(service, sql)]).toEqual([2, 2]);
    expect(await refused({}, sql)).toMatchObject({ code: '42501' });
  });

  it('is written by nobody directly', async () => {
    for (const person of [{ userId: people.holder }, { userId: people.certificates }, service]) {
      expect(await refused(person, `update public.certificates set holder_name = 'Me'`)).toMatchObject({
        code: '42501',
      });
      expect(await refused(person, 'delete from public.certificates')).toMatchObject({ code: '42501' });
      expect(await refused(person, 'insert into public.certificates default values')).toMatchObject({ code: '42501' });
    }
  });
});

describe('notifications', () => {
  const sql = 'select id, kind, params, link, read_at from public.notifications';

  it('shows people their own and nobody else’s, staff included', async () => {
    expect(await count({ userId: people.holder }, sql)).toBeGreaterThan(0);
    expect([await count({ userId: people.other }, sql), await count({ userId: people.exams }, sql)]).toEqual([0, 0]);
    expect(await refused({}, sql)).toMatchObject({ code: '42501' });
  });

  it('are marked read by their reader only, and changed in no other way', async () => {
    const id = await db.value('select id from public.notifications where user_id = $1 limit 1', [people.holder]);
    const read = () => db.value('select read_at is not null from public.notifications where id = $1', [id]);
    const mark = (userId: string) =>
      asPerson(db.owner, { userId }, (session) => session.value('select public.mark_notification_read($1)', [id]), {
        keep: true,
      });
    await mark(people.other);
    expect(await read()).toBe(false);
    await mark(people.holder);
    expect(await read()).toBe(true);
    for (const statement of [
      `update public.notifications set kind = 'x'`,
      'delete from public.notifications',
      `insert into public.notifications (user_id, kind) values ('${people.other}', 'x')`,
    ]) {
      expect(await refused({ userId: people.holder }, statement)).toMatchObject({ code: '42501' });
    }
  });

  it('are all marked read at once by their reader, who reaches nobody else’s', async () => {
    await db.rows(`insert into public.notifications (user_id, kind) values ($1, 'x'), ($1, 'y'), ($2, 'x')`, [
      people.holder,
      people.other,
    ]);
    const unread = (userId: string) =>
      db.value('select count(*) from public.notifications where user_id = $1 and read_at is null', [userId]);
    await asPerson(
      db.owner,
      { userId: people.holder },
      (session) => session.value('select public.mark_all_notifications_read()'),
      { keep: true },
    );
    expect([await unread(people.holder), await unread(people.other)]).toEqual([0, 1]);
    expect(await refused({}, 'select public.mark_all_notifications_read()')).toMatchObject({ code: '42501' });
  });
});
