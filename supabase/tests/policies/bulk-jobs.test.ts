import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { addPerson, addRole, addStaff, addTrack, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Person } from '../support/people.ts';

const db = useDatabase();
const ids = { operator: '', counter: '', reader: '', learner: '', manager: '', gone: '', track: '', job: '' };
const all = ['bulk.run', 'users.read', 'users.manage', 'enrolments.manage'];

beforeAll(async () => {
  Object.assign(ids, {
    operator: await addStaff(db, all),
    counter: await addStaff(db, ['bulk.run']),
    reader: await addStaff(db, ['users.read', 'users.manage', 'enrolments.manage', 'audit.read']),
    learner: await addPerson(db, { email: 'learner@bulk.example.com' }),
    manager: await addPerson(db, { kind: 'institution' }),
    gone: await addPerson(db, { roles: [await addRole(db, all)], status: 'suspended' }),
    track: await addTrack(db),
  });
  ids.job = text(
    await asPerson(
      db.owner,
      { userId: ids.operator },
      (s) =>
        s.value(
          `select public.create_bulk('export', '{}', '{"emails": ["learner@bulk.example.com"]}', 'A reason', $1)`,
          [randomUUID()],
        ),
      { keep: true },
    ),
  );
});

const outsiders = (): Person[] => [
  { userId: ids.reader },
  { userId: ids.learner },
  { userId: ids.manager },
  { userId: ids.gone },
];

it.each([
  [
    'bulk_jobs',
    'id, kind, status, problem, created_by, rows_total, rows_changed, rows_skipped, rows_refused, created_at, ended_at',
  ],
  ['bulk_rows', 'job_id, row_number, user_id, state, outcome'],
])('%s is read with bulk.run and by nobody else', async (table, columns) => {
  const seen = (who: Person) =>
    asPerson(db.owner, who, async (s) => (await s.rows(`select ${columns} from public.${table}`)).length);
  for (const userId of [ids.operator, ids.counter]) expect(await seen({ userId })).toBe(1);
  for (const who of outsiders()) expect(await seen(who)).toBe(0);
  expect(await asPerson(db.owner, {}, (s) => s.refusal(`select ${columns} from public.${table}`))).toMatchObject({
    code: '42501',
  });
});

it.each([
  ['bulk_jobs', 'params'],
  ['bulk_jobs', 'reason'],
  ['bulk_rows', 'given'],
  ['bulk_rows', 'data'],
])('%s.%s is read by no person directly', async (table, column) => {
  expect(
    await asPerson(db.owner, { userId: ids.operator }, (s) => s.refusal(`select ${column} from public.${table}`)),
  ).toMatchObject({ code: '42501' });
});

it('is written by nobody directly, not even by the server', async () => {
  for (const who of [{}, { userId: ids.operator }, { role: 'service_role' as const }]) {
    for (const sql of [
      `insert into public.bulk_jobs (kind, reason, request_key) values ('export', 'x', gen_random_uuid())`,
      `update public.bulk_jobs set status = 'done'`,
      `delete from public.bulk_rows`,
      `truncate public.bulk_jobs cascade`,
    ]) {
      expect(await asPerson(db.owner, who, (s) => s.refusal(sql))).toMatchObject({ code: '42501' });
    }
  }
});

const calls = (): [string, unknown[]][] => [
  [`select public.preview_bulk('export', '{}', '{"emails": ["x@example.com"]}')`, []],
  [`select public.create_bulk('export', '{}', '{"emails": ["x@example.com"]}', 'A reason', gen_random_uuid())`, []],
  ['select public.cancel_bulk($1, $2)', [ids.job, 'A reason']],
  ['select public.list_bulk_jobs()', []],
  ['select public.get_bulk_job($1)', [ids.job]],
  ['select public.list_bulk_rows($1)', [ids.job]],
];

it('no function answers who lacks bulk.run', async () => {
  for (const who of [...outsiders(), {}]) {
    for (const [sql, values] of calls()) {
      expect(await asPerson(db.owner, who, (s) => s.refusal(sql, values)), sql).toMatchObject({ code: '42501' });
    }
  }
});

it('who may not see people sees what is done, and not to whom', async () => {
  const ask = (sql: string, values: unknown[]) =>
    asPerson(db.owner, { userId: ids.counter }, (s) => s.refusal(sql, values).catch(() => 'allowed'));
  expect(await ask('select public.list_bulk_jobs()', [])).toBe('allowed');
  expect(await ask('select public.get_bulk_job($1)', [ids.job])).toBe('allowed');
  expect(await ask('select public.list_bulk_rows($1)', [ids.job])).toMatchObject({ code: '42501' });
  expect(await ask('select public.cancel_bulk($1, $2)', [ids.job, 'A reason'])).toMatchObject({ code: '42501' });
});

it.each([
  ['enrol', 'enrolments.manage'],
  ['extend', 'enrolments.manage'],
  ['mail', 'users.manage'],
  ['export', 'users.read'],
])('%s asks for %s as well: nobody does to many what they may not do to one', async (kind, needed) => {
  const lacking = await addStaff(
    db,
    all.filter((permission) => permission !== needed),
  );
  const holding = await addStaff(db, [...new Set(['bulk.run', 'users.read', needed])]);
  const params = { track_id: ids.track, until: '2035-01-01', subject: 'Hello', body: 'Long enough to be sent' };
  const ask = (userId: string) =>
    asPerson(db.owner, { userId }, (s) =>
      s
        .refusal(`select public.create_bulk($1, $2, '{"emails": ["learner@bulk.example.com"]}', 'A reason', $3)`, [
          kind,
          JSON.stringify(params),
          randomUUID(),
        ])
        .catch(() => 'allowed'),
    );
  expect(await ask(lacking)).toMatchObject({ code: '42501', message: 'not_allowed' });
  expect(await ask(holding)).toBe('allowed');
});

it.each(['public.system_run_bulk($1, 1)', 'public.system_bulk_mail($1, $1)'])(
  '%s is the server’s alone',
  async (sql) => {
    for (const who of [{}, { userId: ids.operator }]) {
      expect(await asPerson(db.owner, who, (s) => s.refusal(`select ${sql}`, [ids.job]))).toMatchObject({
        code: '42501',
      });
    }
  },
);
