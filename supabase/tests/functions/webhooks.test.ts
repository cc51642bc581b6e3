import { describe, expect, it } from 'vitest';
import { addPerson } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();

const receive = (id: string, body = '{"a": 1}', provider = 'razorpay') =>
  db.value('select public.system_receive_webhook($1, $2, $3)', [provider, id, body]);
const finish = (id: string, error: string | null = null) =>
  db.value('select public.system_finish_webhook($1, $2, $3)', ['razorpay', id, error]);

describe('webhook events', () => {
  it('are to be acted upon once', async () => {
    expect(await receive('evt_1')).toBe(true);
    await finish('evt_1');
    expect(await receive('evt_1')).toBe(false);
    expect(await receive('evt_1', '{}', 'credly')).toBe(true);
  });

  it('keep the first body, byte for byte', async () => {
    const body = '{ "name":"ज्ञान",\r\n "a" :1.0 }';
    await receive('evt_body', body);
    await receive('evt_body', 'changed');
    expect(await db.value(`select raw_body from private.webhook_events where event_id = 'evt_body'`)).toBe(body);
  });

  it('are tried again when their handler died or failed', async () => {
    await receive('evt_died');
    expect(await receive('evt_died')).toBe(true);
    await finish('evt_died', 'database away');
    expect(await receive('evt_died')).toBe(true);
    await finish('evt_died');
    expect(
      await db.rows(
        `select processed_at is not null as done, error from private.webhook_events where event_id = 'evt_died'`,
      ),
    ).toEqual([{ done: true, error: null }]);
  });

  it('stay closed once they are done', async () => {
    await receive('evt_done');
    await finish('evt_done');
    await finish('evt_done', 'late failure');
    expect(await receive('evt_done')).toBe(false);
  });

  it('are stored once when two deliveries come together', async () => {
    const clients = await Promise.all(Array.from({ length: 4 }, () => db.connect()));
    await Promise.all(
      clients.map((client) => client.query(`select public.system_receive_webhook('razorpay', 'evt_twice', '{}')`)),
    );
    expect(await db.value(`select count(*) from private.webhook_events where event_id = 'evt_twice'`)).toBe(1);
  });

  it('are closed to people and open to the server', async () => {
    const sql = `select public.system_receive_webhook('razorpay', 'evt_x', '{}')`;
    expect(await asPerson(db.owner, { userId: await addPerson(db) }, (session) => session.refusal(sql))).toMatchObject({
      code: '42501',
    });
    expect(await asPerson(db.owner, {}, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
    expect(await asPerson(db.owner, { role: 'service_role' }, (session) => session.value(sql))).toBe(true);
    expect(
      await asPerson(db.owner, { role: 'service_role' }, (session) =>
        session.refusal('select * from private.webhook_events'),
      ),
    ).toMatchObject({ code: '42501' });
  });
});

describe('system_rate_limit', () => {
  const allowed = (bucket: string, now: string) => db.value('select private.rate_limit($1, 3, 60, $2)', [bucket, now]);

  it('lets through so many in a window, and again in the next', async () => {
    const answers: unknown[] = [];
    for (const second of ['00', '10', '20', '30', '59'])
      answers.push(await allowed('a', `2030-01-01T00:00:${second}Z`));
    expect(answers).toEqual([true, true, true, false, false]);
    expect(await allowed('a', '2030-01-01T00:01:00Z')).toBe(true);
    expect(await allowed('b', '2030-01-01T00:00:59Z')).toBe(true);
  });

  it('counts callers that come together', async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => db.connect()));
    const answers = await Promise.all(
      clients.map(
        async (client) =>
          (await client.query<{ ok: boolean }>(`select private.rate_limit('c', 3, 60, '2030-01-01') as ok`)).rows[0]
            ?.ok,
      ),
    );
    expect(answers.filter(Boolean)).toHaveLength(3);
  });

  it('keeps no windows that are over', async () => {
    await allowed('d', '2030-01-01T00:00:00Z');
    await allowed('d', '2030-01-01T00:05:00Z');
    expect(await db.value(`select count(*) from private.rate_limits where bucket = 'd'`)).toBe(1);
  });

  it('is for the server alone', async () => {
    const sql = `select public.system_rate_limit('e', 1, 60)`;
    expect(await asPerson(db.owner, { userId: await addPerson(db) }, (session) => session.refusal(sql))).toMatchObject({
      code: '42501',
    });
    expect(await asPerson(db.owner, { role: 'service_role' }, (session) => session.value(sql))).toBe(true);
  });
});
