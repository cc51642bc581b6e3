import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addRole, addStaff, addTrack, enrol, text } from '../support/builders.ts';
import { type Row, useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
const ids = { operator: '', track: '', other: '' };
const rights = ['bulk.run', 'users.read', 'users.manage', 'enrolments.manage'];

beforeAll(async () => {
  Object.assign(ids, { operator: await addStaff(db, rights), track: await addTrack(db), other: await addTrack(db) });
});

const person = async (options: Parameters<typeof addPerson>[1] = {}) => {
  const email = `${randomUUID()}@example.com`;
  return { id: await addPerson(db, { email, ...options }), email };
};
async function people(count: number) {
  const group: { id: string; email: string }[] = [];
  while (group.length < count) group.push(await person());
  return group;
}
const call = (userId: string, sql: string, values: unknown[]) =>
  asPerson(db.owner, { userId }, (s) => s.value(sql, values), { keep: true });
const create = async (
  kind: string,
  params: Row,
  people: Row,
  { by = ids.operator, key = randomUUID(), reason = 'For the new term' } = {},
) =>
  text(
    await call(by, 'select public.create_bulk($1, $2, $3, $4, $5)', [
      kind,
      JSON.stringify(params),
      JSON.stringify(people),
      reason,
      key,
    ]),
  );
const refusal = (kind: string, params: Row, people: Row, by = ids.operator) =>
  asPerson(db.owner, { userId: by }, (s) =>
    s.refusal('select public.create_bulk($1, $2, $3, $4, $5)', [
      kind,
      JSON.stringify(params),
      JSON.stringify(people),
      'A reason',
      randomUUID(),
    ]),
  );
const run = (job: string, limit = 100) => db.value('select public.system_run_bulk($1, $2)', [job, limit]);
const jobOf = async (id: string) => (await db.rows('select * from public.bulk_jobs where id = $1', [id]))[0];
const rowsOf = (id: string) =>
  db.rows('select row_number, state, outcome from public.bulk_rows where job_id = $1 order by row_number', [id]);

describe('a bulk enrolment', () => {
  it('says of each person what became of them, and enrols nobody twice', async () => {
    const [fresh, already, suspended, manager] = [
      await person(),
      await person(),
      await person({ status: 'suspended' }),
      await person({ kind: 'institution' }),
    ];
    await enrol(db, already.id, ids.track);
    const emails = [
      fresh.email.toUpperCase(),
      ` ${already.email} `,
      suspended.email,
      'nobody@example.com',
      manager.email,
    ];
    const job = await create('enrol', { track_id: ids.track }, { emails: [...emails, fresh.email, ''] });
    expect(await jobOf(job)).toMatchObject({ status: 'running', rows_total: 5, rows_refused: 1 });
    expect(await run(job)).toMatchObject({ status: 'done', more: false });
    expect(await rowsOf(job)).toEqual([
      { row_number: 1, state: 'changed', outcome: 'enrolled' },
      { row_number: 2, state: 'skipped', outcome: 'already_enrolled' },
      { row_number: 3, state: 'refused', outcome: 'account_not_open' },
      { row_number: 4, state: 'refused', outcome: 'account_not_found' },
      { row_number: 5, state: 'refused', outcome: 'account_not_open' },
    ]);
    expect(await jobOf(job)).toMatchObject({ status: 'done', rows_changed: 1, rows_skipped: 1, rows_refused: 3 });
    await run(job);
    expect(await db.value('select count(*)::int from public.enrolments where user_id = $1', [fresh.id])).toBe(1);
    expect(
      await db.rows(
        `select action, actor, details ->> 'bulk_job' as job from public.audit_log where details -> 'after' ->> 'user_id' = $1`,
        [fresh.id],
      ),
    ).toEqual([{ action: 'enrolment.granted', actor: ids.operator, job }]);
    expect(
      await db.rows(`select params from public.notifications where user_id = $1 and link = $2`, [
        ids.operator,
        `/admin/bulk/${job}`,
      ]),
    ).toEqual([{ params: { kind: 'enrol', changed: 1, total: 5 } }]);
  });

  it('goes on where a batch ended, and stops between two when it is called off', async () => {
    const group = await people(5);
    const job = await create('enrol', { track_id: ids.track }, { emails: group.map(({ email }) => email) });
    expect(await run(job, 2)).toEqual({ status: 'running', done: 2, more: true });
    expect(await run(job, 1)).toEqual({ status: 'running', done: 3, more: true });
    await call(ids.operator, 'select public.cancel_bulk($1, $2)', [job, 'The wrong track']);
    expect(await run(job)).toMatchObject({ status: 'cancelled', more: false });
    await call(ids.operator, 'select public.cancel_bulk($1, $2)', [job, 'Once more']);
    expect((await rowsOf(job)).map(({ state }) => state)).toEqual([
      'changed',
      'changed',
      'changed',
      'waiting',
      'waiting',
    ]);
    expect(
      await db.value(`select count(*)::int from public.audit_log where action = 'bulk.cancelled' and subject_id = $1`, [
        job,
      ]),
    ).toBe(1);
  });

  it('stops when whoever began it may not do so any more', async () => {
    const role = await addRole(db, rights);
    const by = await addPerson(db, { roles: [role] });
    const { email, id } = await person();
    const job = await create('enrol', { track_id: ids.track }, { emails: [email] }, { by });
    await db.rows(`delete from public.role_permissions where role_id = $1 and permission_id = 'enrolments.manage'`, [
      role,
    ]);
    expect(await run(job)).toMatchObject({ status: 'stopped', more: false });
    expect(await jobOf(job)).toMatchObject({ status: 'stopped', problem: 'rights_lost' });
    expect(await db.value('select count(*)::int from public.enrolments where user_id = $1', [id])).toBe(0);
  });

  it('is one job however often the same request comes', async () => {
    const { email } = await person();
    const key = randomUUID();
    const first = await create('enrol', { track_id: ids.track }, { emails: [email] }, { key });
    expect(await create('enrol', { track_id: ids.track }, { emails: [email] }, { key })).toBe(first);
    expect(
      await db.value(`select count(*)::int from private.outbox where dedupe_key = $1`, [`bulk.run:${first}`]),
    ).toBe(1);
  });

  it('lets one worker at a time have a batch', async () => {
    const group = await people(6);
    const job = await create('enrol', { track_id: ids.track }, { emails: group.map(({ email }) => email) });
    const workers = await Promise.all([db.connect(), db.connect()]);
    await Promise.all(
      workers.map(async (worker) => {
        for (let more = true; more;) {
          const { rows } = await worker.query<{ more: boolean }>(
            `select (public.system_run_bulk($1, 1) ->> 'more')::boolean as more`,
            [job],
          );
          more = rows[0]?.more === true;
        }
      }),
    );
    expect(await jobOf(job)).toMatchObject({ status: 'done', rows_changed: 6, rows_skipped: 0 });
    expect(
      await db.value(
        'select count(*)::int from public.enrolments e join public.bulk_rows r on r.user_id = e.user_id where r.job_id = $1',
        [job],
      ),
    ).toBe(6);
  });
});

describe('a bulk extension', () => {
  it('lengthens what is shorter, opens what was over, and leaves the rest', async () => {
    const [shorter, longer, over, none] = [await person(), await person(), await person(), await person()];
    for (const [{ id }, end] of [
      [shorter, "now() + interval '2 days'"],
      [longer, "now() + interval '5 years'"],
      [over, "now() - interval '2 days'"],
    ] as const) {
      await enrol(db, id, ids.other);
      await db.rows(`update public.enrolments set expires_at = ${end} where user_id = $1`, [id]);
    }
    await db.rows(`update public.enrolments set status = 'expired' where user_id = $1`, [over.id]);
    const until = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);
    const job = await create(
      'extend',
      { track_id: ids.other, until },
      { emails: [shorter, longer, over, none].map(({ email }) => email) },
    );
    await run(job);
    expect((await rowsOf(job)).map(({ state, outcome }) => [state, outcome])).toEqual([
      ['changed', 'extended'],
      ['skipped', 'not_later'],
      ['changed', 'extended'],
      ['refused', 'not_enrolled'],
    ]);
    expect(
      await db.rows(
        `select status, (expires_at at time zone 'Asia/Kolkata')::date::text as until from public.enrolments where user_id = any ($1)`,
        [[shorter.id, over.id]],
      ),
    ).toEqual([
      { status: 'active', until },
      { status: 'active', until },
    ]);
  });
});

describe('a bulk mail', () => {
  it('queues one mail for each open account, spread out, and none that was called off', async () => {
    const group = await people(3);
    const gone = await person({ status: 'suspended' });
    const job = await create(
      'mail',
      { subject: ' New term ', body: 'It begins on Monday.' },
      { emails: [...group, gone].map(({ email }) => email) },
    );
    await run(job);
    expect((await rowsOf(job)).map(({ outcome }) => outcome)).toEqual([
      'mail_queued',
      'mail_queued',
      'mail_queued',
      'account_not_open',
    ]);
    const queued = await db.rows(
      `select payload, next_attempt_at - lag(next_attempt_at) over (order by next_attempt_at) as pause from private.outbox
       where kind = 'bulk.mail' and payload ->> 'job_id' = $1 order by next_attempt_at`,
      [job],
    );
    expect(queued).toHaveLength(3);
    const read = () => db.value('select public.system_bulk_mail($1, $2)', [job, group[0]?.id]);
    expect(await read()).toMatchObject({ email: group[0]?.email, subject: 'New term', body: 'It begins on Monday.' });
    await db.rows(`update public.bulk_jobs set status = 'cancelled' where id = $1`, [job]);
    expect(await read()).toBeNull();
  });
});

describe('a bulk export', () => {
  it('keeps what it found of each person as it stood then, for the file', async () => {
    const { id, email } = await person({ name: 'Asha Rao' });
    const job = await create('export', {}, { filter: { search: email } });
    await run(job);
    await db.rows(`update public.profiles set full_name = 'Another Name' where user_id = $1`, [id]);
    const page = await call(ids.operator, 'select public.list_bulk_rows($1)', [job]);
    expect(page).toMatchObject({
      rows: [{ row: 1, state: 'changed', data: { full_name: 'Asha Rao', email } }],
      next: null,
    });
  });
});

describe('the chosen set', () => {
  it('is the list of people under the same filters', async () => {
    const track = await addTrack(db);
    const group = await people(4);
    for (const { id } of group) await enrol(db, id, track);
    await db.rows(`update public.profiles set status = 'suspended' where user_id = $1`, [group[0]?.id]);
    const preview = (filter: Row) =>
      call(ids.operator, 'select public.preview_bulk($1, $2, $3)', [
        'export',
        '{}',
        JSON.stringify({ filter: { track_id: track, ...filter } }),
      ]);
    expect(await preview({})).toMatchObject({ found: 4, unknown: 0 });
    expect(await preview({ status: 'active' })).toMatchObject({ found: 3 });
    expect(
      await call(ids.operator, 'select public.preview_bulk($1, $2, $3)', [
        'enrol',
        JSON.stringify({ track_id: ids.track }),
        JSON.stringify({ emails: [group[1]?.email, 'nobody@example.com'] }),
      ]),
    ).toEqual({
      found: 1,
      unknown: 1,
      unknown_sample: ['nobody@example.com'],
      sample: [{ name: 'Asha Rao', email: group[1]?.email }],
    });
  });

  it.each([
    ['archive', {}, { emails: ['a@example.com'] }, 'invalid_kind'],
    ['enrol', { track_id: 'no-such' }, { emails: ['a@example.com'] }, 'track_not_found'],
    ['enrol', { track_id: 'TRACK', until: '2020-01-01' }, { emails: ['a@example.com'] }, 'invalid_day'],
    ['extend', { track_id: 'TRACK' }, { emails: ['a@example.com'] }, 'invalid_day'],
    ['extend', { track_id: 'TRACK', until: 'soon' }, { emails: ['a@example.com'] }, 'invalid_day'],
    ['mail', { subject: 'Hi\nBcc: x', body: 'Long enough text' }, { emails: ['a@example.com'] }, 'invalid_subject'],
    ['mail', { subject: 'Hello', body: 'short' }, { emails: ['a@example.com'] }, 'invalid_body'],
    ['export', {}, {}, 'people_needed'],
    ['export', {}, { filter: { enrolment: 'all' } }, 'invalid_filter'],
    ['export', {}, { emails: [] }, 'nobody_found'],
    ['export', {}, { emails: ['nobody-at-all@example.com'] }, 'nobody_found'],
    ['export', {}, { emails: Array.from({ length: 50_001 }, () => 'a@example.com') }, 'too_many'],
  ] as [string, Row, Row, string][])('refuses %s %j: %#', async (kind, params, people, message) => {
    const named = params.track_id === 'TRACK' ? { ...params, track_id: ids.track } : params;
    expect(await refusal(kind, named, people)).toEqual({ code: 'P0001', message });
  });

  it('is read page by page, by what became of it', async () => {
    const group = await people(3);
    const job = await create('export', {}, { emails: [...group.map(({ email }) => email), 'nobody@example.com'] });
    await run(job);
    const page = (state: string | null, after: number | null) =>
      call(ids.operator, 'select public.list_bulk_rows($1, $2, $3, 2)', [job, state, after]);
    expect(await page(null, null)).toMatchObject({ rows: [{ row: 1 }, { row: 2 }], next: 2 });
    expect(await page(null, 2)).toMatchObject({ rows: [{ row: 3 }, { row: 4 }], next: null });
    expect(await page('refused', null)).toMatchObject({ rows: [{ row: 4, email: 'nobody@example.com' }], next: null });
  });

  it('is forgotten ninety days after the job ended', async () => {
    const { email } = await person();
    const job = await create('export', {}, { emails: [email] });
    await run(job);
    await db.rows(`update public.bulk_jobs set ended_at = now() - interval '91 days' where id = $1`, [job]);
    await create('export', {}, { emails: [email] });
    expect(await jobOf(job)).toBeUndefined();
    expect(await rowsOf(job)).toEqual([]);
  });
});
