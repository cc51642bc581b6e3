import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addStaff, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { actingAs } from '../support/leads.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
const why = 'A good reason';
let operator = '';

beforeAll(async () => {
  operator = await addStaff(db, ['outbox.manage']);
});
beforeEach(async () => {
  await db.rows('delete from private.outbox');
  await db.rows('delete from private.webhook_events');
});

const acting = () => actingAs(db.owner, operator);
const enqueue = async (kind = 'email.send', payload: object = {}) =>
  text(await db.value('select private.enqueue($1, $2, $3)', [kind, JSON.stringify(payload), randomUUID()]));
/** As a worker that takes it and gives it up. */
const fail = async (id: string, error: string, permanent = true) => {
  await db.rows(`update private.outbox set status = 'running', attempts = attempts + 1 where id = $1`, [id]);
  await db.rows('select private.fail_outbox($1, $2, $3, now())', [id, error, permanent]);
};
const rowOf = async (id: string) => (await db.rows('select * from private.outbox where id = $1', [id]))[0];
const audited = async () =>
  (await db.rows('select action, actor, subject_id, details from public.audit_log order by id desc limit 1'))[0];
const claim = async (limit = 100) =>
  (await db.rows(`select id from private.claim_outbox($1, 60, now() + interval '1 hour')`, [limit])).map(
    ({ id }) => id,
  );

describe('one job', () => {
  it('that failed is tried again with all its tries, and the act is in the audit log', async () => {
    const id = await enqueue();
    await fail(id, 'smtp refused');
    expect(await rowOf(id)).toMatchObject({ status: 'dead', failed_at: expect.any(Date) });
    await acting().value('select public.retry_job($1, $2)', [id, why]);
    expect(await rowOf(id)).toMatchObject({ status: 'pending', attempts: 0, last_error: 'smtp refused' });
    expect(await audited()).toEqual({
      action: 'outbox.retried',
      actor: operator,
      subject_id: id,
      details: { reason: why, before: { status: 'dead', attempts: 1 }, after: { status: 'pending', attempts: 0 } },
    });
    expect(await claim()).toEqual([id]);
  });

  it('that is discarded is taken by no worker, stays to be seen, and can be taken up again', async () => {
    const id = await enqueue();
    await acting().value('select public.discard_job($1, $2)', [id, why]);
    await acting().value('select public.discard_job($1, $2)', [id, why]);
    expect(await claim()).toEqual([]);
    expect(await audited()).toMatchObject({ action: 'outbox.discarded', subject_id: id });
    expect(await acting().value(`select public.list_outbox(p_status => 'discarded')`)).toMatchObject({
      total: 1,
      rows: [{ id, status: 'discarded' }],
    });
    await db.rows('select private.complete_outbox($1, now())', [id]);
    expect(await rowOf(id)).toMatchObject({ status: 'discarded' });
    await db.rows(`select private.prune_history(now() + interval '89 days')`);
    expect(await rowOf(id)).toBeDefined();
    await acting().value('select public.retry_job($1, $2)', [id, why]);
    expect(await claim()).toEqual([id]);
  });

  it('that was discarded goes after ninety days', async () => {
    const id = await enqueue();
    await acting().value('select public.discard_job($1, $2)', [id, why]);
    await db.rows(`select private.prune_history(now() + interval '91 days')`);
    expect(await rowOf(id)).toBeUndefined();
  });

  it('is left alone while a worker is at it, and once it is done', async () => {
    const id = await enqueue();
    expect(await claim()).toEqual([id]);
    for (const sql of ['select public.retry_job($1, $2)', 'select public.discard_job($1, $2)']) {
      expect(await acting().refusal(sql, [id, why])).toMatchObject({ message: 'job_running' });
    }
    await db.rows('select private.complete_outbox($1, now())', [id]);
    for (const sql of ['select public.retry_job($1, $2)', 'select public.discard_job($1, $2)']) {
      expect(await acting().refusal(sql, [id, why])).toMatchObject({ message: 'job_done' });
      expect(await acting().refusal(sql, [randomUUID(), why])).toMatchObject({ message: 'job_not_found' });
      expect(await acting().refusal(sql, [id, ''])).toMatchObject({ message: 'reason_needed' });
    }
  });

  it('is either claimed or discarded when both happen at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await enqueue();
      const [one, two] = [await db.connect(), await db.connect()];
      const [claimed] = await Promise.allSettled([
        one.query(`select id from private.claim_outbox(1, 60, now() + interval '1 minute')`),
        asPerson(two, { userId: operator }, (s) => s.value('select public.discard_job($1, $2)', [id, why]), {
          keep: true,
        }),
      ]);
      const taken = claimed.status === 'fulfilled' && claimed.value.rows.length === 1;
      expect((await rowOf(id))?.status).toBe(taken ? 'running' : 'discarded');
      await db.rows('delete from private.outbox');
    }
  });

  it('shows no names, addresses, numbers or secrets', async () => {
    const id = await enqueue('email.send', {
      template: 'certificate_ready',
      params: { certificate_id: '7b6a1c3e-9a43-4a3b-8d55-0f3f7f0a9f11', valid_until: '2026-11-25' },
      token: 'very-secret',
      nested: [{ full_name: 'Priya Sharma', email: 'priya@example.com', phone: '+919876543210' }],
      note: 'write to priya@example.com or call +91 98765 43210',
      count: 3,
    });
    await fail(id, '550 <priya.sharma@example.com> unknown');
    const job = await acting().value('select public.get_outbox_job($1)', [id]);
    expect(job).toMatchObject({
      vendor: 'email',
      last_error: '550 <p…@example.com> unknown',
      payload: {
        template: 'certificate_ready',
        params: { certificate_id: '7b6a1c3e-9a43-4a3b-8d55-0f3f7f0a9f11', valid_until: '2026-11-25' },
        token: '…',
        nested: [{ full_name: '…', email: 'p…@example.com', phone: '…' }],
        note: 'write to p…@example.com or call …',
        count: 3,
      },
    });
  });
});

describe('all failed jobs of a kind', () => {
  it('are tried again in the order they came, spread, 500 at once, and no others', async () => {
    await db.rows(
      `insert into private.outbox (kind, dedupe_key, status, attempts, created_at)
       select case when n <= 502 then 'credly.issue' else 'email.send' end, 'k' || n, 'dead', 20, now() - n * interval '1 second'
       from generate_series(1, 510) n`,
    );
    const sql = 'select public.retry_failed_jobs($1, $2)';
    expect(await acting().value(sql, ['credly.issue', why])).toEqual({ retried: 500, left: 2 });
    expect(await audited()).toMatchObject({
      action: 'outbox.retried_all',
      subject_id: 'credly.issue',
      details: { after: { retried: 500, left: 2 } },
    });
    expect(
      await db.rows(
        `select max(next_attempt_at) - min(next_attempt_at) >= interval '49 seconds' as spread, max(attempts) as attempts from private.outbox where status = 'pending'`,
      ),
    ).toEqual([{ spread: true, attempts: 0 }]);
    expect(await acting().value(sql, ['credly.issue', why])).toEqual({ retried: 2, left: 0 });
    const count = await db.value('select count(*) from public.audit_log');
    expect(await acting().value(sql, ['credly.issue', why])).toEqual({ retried: 0, left: 0 });
    expect(await db.value('select count(*) from public.audit_log')).toBe(count);
    expect(await db.value(`select count(*) from private.outbox where status = 'dead'`)).toBe(8);
  });
});

describe('the lists', () => {
  it('turn their pages both ways', async () => {
    await db.rows(
      `insert into private.outbox (kind, dedupe_key, created_at) select 'email.send', 'p' || n, now() - n * interval '1 minute' from generate_series(1, 7) n`,
    );
    const page = async (after: unknown, newer = false) =>
      Object(
        await acting().value('select public.list_outbox(p_after => $1, p_newer => $2, p_limit => 3)', [
          after === null ? null : JSON.stringify(after),
          newer,
        ]),
      );
    const ids = (answer: { rows: { id: string }[] }) => answer.rows.map(({ id }) => id);
    const first = await page(null);
    expect(first).toMatchObject({ total: 7, total_capped: false, previous: null });
    const second = await page(first.next);
    const third = await page(second.next);
    expect(third.next).toBeNull();
    expect(new Set([...ids(first), ...ids(second), ...ids(third)]).size).toBe(7);
    expect(ids(await page(third.previous, true))).toEqual(ids(second));
    const back = await page(second.previous, true);
    expect(ids(back)).toEqual(ids(first));
    expect(back.previous).toBeNull();
  });

  it('are filtered by status, kind and a part of the error', async () => {
    const one = await enqueue();
    await enqueue('credly.issue');
    await fail(one, 'SMTP said no: 100%');
    const list = async (of: string) => Object(await acting().value(`select public.list_outbox(${of})`)).total;
    expect(await list(`p_status => 'dead'`)).toBe(1);
    expect(await list(`p_kind => 'credly.issue'`)).toBe(1);
    expect(await list(`p_search => 'smtp SAID'`)).toBe(1);
    expect(await list(`p_search => '100%'`)).toBe(1);
    expect(await list(`p_search => '1_0%'`)).toBe(0);
    // One or two letters are looked for at the beginning only.
    expect(await list(`p_search => 'sm'`)).toBe(1);
    expect(await list(`p_search => 'mt'`)).toBe(0);
    expect(await list(`p_status => 'dead', p_kind => 'credly.issue'`)).toBe(0);
  });

  it('show events of webhooks by state, with the keys of their bodies alone', async () => {
    const receive = (id: string, body: string) =>
      db.rows(`select private.receive_webhook('razorpay', $1, $2, now())`, [id, body]);
    await receive(
      'evt-1',
      JSON.stringify({ event: 'payment.captured', payload: { email: 'priya@example.com', list: [1, null] } }),
    );
    await receive('evt-2', 'no json');
    await receive('evt-3', '{}');
    await db.rows(`select private.finish_webhook('razorpay', 'evt-1', 'payment of priya@example.com unknown', now())`);
    await db.rows(`select private.finish_webhook('razorpay', 'evt-3', null, now())`);
    const list = async (of: string) =>
      Object(await acting().value(`select public.list_webhook_events(${of})`)).rows.map(
        (row: { event_id: string }) => row.event_id,
      );
    expect(await list(`p_state => 'failed'`)).toEqual(['evt-1']);
    expect(await list(`p_state => 'open'`)).toEqual(['evt-2']);
    expect(await list(`p_state => 'done'`)).toEqual(['evt-3']);
    expect(await list(`p_provider => 'credly'`)).toEqual([]);
    expect(await list(`p_search => 'UNKNOWN'`)).toEqual(['evt-1']);
    const bodyOf = async (event: string) =>
      acting().value(`select public.get_webhook_event($1)`, [
        await db.value('select id from private.webhook_events where event_id = $1', [event]),
      ]);
    expect(await bodyOf('evt-1')).toMatchObject({
      error: 'payment of p…@example.com unknown',
      body: { event: '…', payload: { email: '…', list: ['…', null] } },
    });
    expect(await bodyOf('evt-2')).toMatchObject({ body: null });
    expect(await acting().refusal('select public.get_webhook_event($1)', [randomUUID()])).toMatchObject({
      message: 'event_not_found',
    });
  });
});

describe('an event that failed', () => {
  const reprocess = 'select public.reprocess_event($1, $2)';
  const receive = async () => {
    await db.rows(`select private.receive_webhook('razorpay', 'evt-7', '{"event": "x"}', now())`);
    await db.rows(`select private.finish_webhook('razorpay', 'evt-7', 'no such order', now())`);
    return text(await db.value(`select id from private.webhook_events where event_id = 'evt-7'`));
  };

  it('is put in line once, and is in the audit log', async () => {
    const id = await receive();
    await acting().value(reprocess, [id, why]);
    expect(await db.rows(`select payload from private.outbox where kind = 'webhook.act'`)).toEqual([
      { payload: { webhook_event_id: id } },
    ]);
    expect(await audited()).toMatchObject({
      action: 'webhook.reprocessed',
      actor: operator,
      subject_id: id,
      details: { reason: why, after: { provider: 'razorpay', event_id: 'evt-7' } },
    });
    expect(await acting().refusal(reprocess, [id, why])).toMatchObject({ message: 'event_queued' });
    expect(await db.value('select public.system_read_webhook($1)', [id])).toEqual({
      provider: 'razorpay',
      event_id: 'evt-7',
      raw_body: '{"event": "x"}',
      open: true,
    });
    // Acted upon and failed once more: it may be put in line again.
    await db.rows(`update private.outbox set status = 'dead' where kind = 'webhook.act'`);
    await acting().value(reprocess, [id, why]);
    expect(await db.value(`select count(*) from private.outbox where kind = 'webhook.act'`)).toBe(2);
  });

  it('is left alone once it was acted upon', async () => {
    const id = await receive();
    await db.rows(`select private.finish_webhook('razorpay', 'evt-7', null, now())`);
    expect(await acting().refusal(reprocess, [id, why])).toMatchObject({ message: 'event_done' });
    expect(await acting().refusal(reprocess, [randomUUID(), why])).toMatchObject({ message: 'event_not_found' });
    expect(await db.value('select public.system_read_webhook($1)', [id])).toMatchObject({ open: false });
    expect(await db.value('select public.system_read_webhook($1)', [randomUUID()])).toBeNull();
  });
});

it('the overview counts what waits and what failed, and says how each vendor does', async () => {
  const dead = await enqueue('credly.issue');
  await fail(dead, 'credly is down');
  await enqueue('credly.issue');
  const done = await enqueue();
  await db.rows('select private.complete_outbox($1, now())', [done]);
  await enqueue('import.check');
  await db.rows(`select private.receive_webhook('razorpay', 'evt-9', '{}', now())`);
  await db.rows(`select private.finish_webhook('razorpay', 'evt-9', 'no such order', now())`);
  const overview = Object(await acting().value('select public.operations_overview()'));
  expect(overview.kinds).toMatchObject([
    { kind: 'credly.issue', vendor: 'credly', pending: 1, dead: 1, done_today: 0, oldest_waiting: expect.any(String) },
    { kind: 'email.send', vendor: 'email', pending: 0, done_today: 1, oldest_waiting: null },
    { kind: 'import.check', vendor: null, pending: 1 },
  ]);
  expect(overview.providers).toMatchObject([
    { provider: 'razorpay', open: 0, failed: 1 },
    { provider: 'talview', open: 0, failed: 0, oldest_open: null },
    { provider: 'credly' },
  ]);
  expect(overview.vendors).toMatchObject([
    { vendor: 'razorpay', last_error: 'no such order', waiting: 1, failed_today: 1, last_success_at: null },
    { vendor: 'talview', waiting: 0, failed_today: 0, last_error: null },
    { vendor: 'credly', last_error: 'credly is down', waiting: 1, failed_today: 1 },
    { vendor: 'email', last_success_at: expect.any(String), waiting: 0, failed_today: 0 },
  ]);
});

describe('among many done jobs', () => {
  beforeAll(async () => {
    await db.rows(
      `insert into private.outbox (kind, dedupe_key, status, created_at, done_at, next_attempt_at, last_error)
       select (array['email.send', 'credly.issue', 'talview.read_session'])[1 + n % 3], 'many-' || n,
         (case when n % 1000 = 0 then 'dead' else 'done' end)::public.outbox_status,
         now() - n * interval '1 minute', now() - n * interval '1 minute', now(), case when n % 1000 = 0 then 'error ' || n end
       from generate_series(1, 30000) n`,
    );
    await db.rows('analyze private.outbox');
    await db.rows(`create table private.kept as select * from private.outbox`);
  });
  beforeEach(async () => {
    await db.rows('insert into private.outbox select * from private.kept on conflict do nothing');
    await db.rows('analyze private.outbox');
  });

  const last = 'order by x.created_at desc, x.id desc limit 26';
  it.each([
    ['the first page', `select x from private.outbox x where true ${last}`],
    [
      'a middle page',
      `select x from private.outbox x where true and (x.created_at, x.id) < (now() - interval '10 days', gen_random_uuid()) ${last}`,
    ],
    ['one status', `select x from private.outbox x where x.status = 'dead' ${last}`],
    ['one kind', `select x from private.outbox x where x.kind = 'credly.issue' ${last}`],
    [
      'a part of the error',
      `select x from private.outbox x where x.last_error is not null and lower(x.last_error) like '%error 12%' ${last}`,
    ],
    [
      'the beginning of the error',
      `select x from private.outbox x where x.last_error is not null and lower(x.last_error) like 'er%' ${last}`,
    ],
    [
      'what waits of a kind',
      `select count(*), min(o.created_at) from private.outbox o where o.kind = 'email.send' and o.status <> 'done'`,
    ],
    [
      'the last success',
      `select o.done_at from private.outbox o where o.kind = 'email.send' and o.status = 'done' order by o.done_at desc limit 1`,
    ],
    ['the next kind', `select o.kind from private.outbox o where o.kind > 'credly.issue' order by o.kind limit 1`],
  ])('%s is read by an index', async (_, sql) => {
    const plan = JSON.stringify(await db.rows(`explain ${sql}`));
    expect(plan).toMatch(/Index/);
    expect(plan).not.toContain('Seq Scan');
  });
});
