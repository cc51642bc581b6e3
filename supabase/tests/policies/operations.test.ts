import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addRole, addStaff, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
const ids = { operator: '', clerk: '', auditor: '', learner: '', manager: '', gone: '' };
let job = '';
let event = '';

beforeAll(async () => {
  Object.assign(ids, {
    operator: await addStaff(db, ['outbox.manage']),
    clerk: await addStaff(db, ['users.manage', 'payments.read', 'settings.manage']),
    auditor: await addStaff(db, ['audit.read']),
    learner: await addPerson(db),
    manager: await addPerson(db, { kind: 'institution' }),
    gone: await addPerson(db, { roles: [await addRole(db, ['outbox.manage'])], status: 'suspended' }),
  });
  job = text(await db.value(`select private.enqueue('email.send', '{}', 'one')`));
  await db.rows(`select private.receive_webhook('credly', 'evt-1', '{}', now())`);
  event = text(await db.value('select id from private.webhook_events'));
});

const calls: [string, () => unknown[]][] = [
  ['public.operations_overview()', () => []],
  ['public.list_outbox()', () => []],
  ['public.get_outbox_job($1)', () => [job]],
  [`public.retry_job($1, 'A reason')`, () => [job]],
  [`public.retry_failed_jobs('email.send', 'A reason')`, () => []],
  [`public.discard_job($1, 'A reason')`, () => [job]],
  ['public.list_webhook_events()', () => []],
  ['public.get_webhook_event($1)', () => [event]],
  [`public.reprocess_event($1, 'A reason')`, () => [event]],
];

describe.each(calls)('%s', (call, values) => {
  const sql = `select ${call}`;

  it('is for staff with outbox.manage', async () => {
    expect(await asPerson(db.owner, { userId: ids.operator }, (s) => s.rows(sql, values()))).toHaveLength(1);
  });

  it('is refused to the rest', async () => {
    for (const userId of [ids.clerk, ids.auditor, ids.learner, ids.manager, ids.gone]) {
      expect(await asPerson(db.owner, { userId }, (s) => s.refusal(sql, values()))).toEqual({
        code: '42501',
        message: 'not_allowed',
      });
    }
  });

  it('is closed to visitors and to the server', async () => {
    for (const person of [{}, { role: 'service_role' as const }]) {
      expect(await asPerson(db.owner, person, (s) => s.refusal(sql, values()))).toMatchObject({ code: '42501' });
    }
  });
});

it('a stored body is read by the server alone', async () => {
  const sql = 'select public.system_read_webhook($1)';
  expect(await asPerson(db.owner, { role: 'service_role' }, (s) => s.value(sql, [event]))).toMatchObject({
    open: true,
  });
  for (const person of [{}, { userId: ids.operator }, { userId: ids.learner }]) {
    expect(await asPerson(db.owner, person, (s) => s.refusal(sql, [event]))).toMatchObject({ code: '42501' });
  }
});

it.each(['outbox', 'webhook_events'])('private.%s is neither read nor written by anybody directly', async (table) => {
  for (const person of [{}, { userId: ids.operator }, { role: 'service_role' as const }]) {
    for (const sql of [
      `select id from private.${table}`,
      `insert into private.${table} default values`,
      `update private.${table} set id = id`,
      `delete from private.${table}`,
    ]) {
      expect(await asPerson(db.owner, person, (s) => s.refusal(sql)), sql).toMatchObject({ code: '42501' });
    }
  }
});

it.each([
  `private.operations_page('outbox', 'created_at', 'private.outbox_row', 'true', null, null, null, null, false, 1)`,
  `private.vendor_health(now())`,
  `private.kind_counts(now())`,
  `private.lock_job(gen_random_uuid())`,
])('%s is out of reach of people', async (call) => {
  expect(await asPerson(db.owner, { userId: ids.operator }, (s) => s.refusal(`select ${call}`))).toMatchObject({
    code: '42501',
  });
});
