import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { addPerson } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();

const enqueue = (key: string = randomUUID(), now = '2030-01-01T00:00:00Z') =>
  db.value(`select private.enqueue('email.send', '{"template":"x"}', $1, $2)`, [key, now]);
const claim = async (client: pg.Client, limit: number, now: string, lease = 60) =>
  (
    await client.query<{ id: string; attempts: number }>('select id, attempts from private.claim_outbox($1, $2, $3)', [
      limit,
      lease,
      now,
    ])
  ).rows;
const row = async (id: unknown) => (await db.rows('select * from private.outbox where id = $1', [id]))[0];
const clear = () => db.rows('delete from private.outbox');

describe('the outbox', () => {
  it('takes the same work once', async () => {
    const key = randomUUID();
    const first = await enqueue(key);
    expect(await enqueue(key)).toBe(first);
  });

  it('forgets what its transaction took back', async () => {
    const key = randomUUID();
    await db.rows('begin');
    await enqueue(key);
    await db.rows('rollback');
    expect(await db.value('select count(*) from private.outbox where dedupe_key = $1', [key])).toBe(0);
  });

  it('is closed to people and open to the server', async () => {
    const userId = await addPerson(db);
    const sql = 'select * from public.system_claim_outbox(1, 60)';
    expect(await asPerson(db.owner, { userId }, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
    expect(
      await asPerson(db.owner, { role: 'service_role' }, (session) => session.refusal('select * from private.outbox')),
    ).toMatchObject({ code: '42501' });
    await clear();
    await enqueue(randomUUID(), '2020-01-01T00:00:00Z');
    expect(await asPerson(db.owner, { role: 'service_role' }, (session) => session.rows(sql))).toMatchObject([
      { kind: 'email.send', payload: { template: 'x' }, attempts: 1 },
    ]);
  });

  it('never gives one piece of work to two workers', async () => {
    await clear();
    for (let count = 0; count < 60; count += 1) await enqueue();
    const workers = await Promise.all(Array.from({ length: 5 }, () => db.connect()));
    const claimed: string[] = [];
    await Promise.all(
      workers.map(async (worker) => {
        for (;;) {
          const rows = await claim(worker, 7, '2030-01-01T00:00:01Z');
          if (rows.length === 0) return;
          claimed.push(...rows.map((item) => item.id));
        }
      }),
    );
    expect(claimed).toHaveLength(60);
    expect(new Set(claimed).size).toBe(60);
  });

  it('does not wait for a worker that is in the middle of claiming', async () => {
    await clear();
    await enqueue();
    await enqueue();
    const [one, two] = [await db.connect(), await db.connect()];
    await one.query('begin');
    const first = await claim(one, 1, '2030-01-01T00:00:01Z');
    const second = await claim(two, 5, '2030-01-01T00:00:01Z');
    await one.query('commit');
    expect([first.length, second.length]).toEqual([1, 1]);
    expect(first[0]?.id).not.toBe(second[0]?.id);
  });

  it('gives work again when the lease has ended, not before', async () => {
    await clear();
    const id = await enqueue();
    expect(await claim(db.owner, 1, '2030-01-01T00:00:00Z', 60)).toEqual([{ id, attempts: 1 }]);
    expect(await claim(db.owner, 1, '2030-01-01T00:00:59Z', 60)).toEqual([]);
    expect(await claim(db.owner, 1, '2030-01-01T00:01:00Z', 60)).toEqual([{ id, attempts: 2 }]);
  });

  it('waits longer after each failure, an hour at most', async () => {
    const delay = async (attempts: number, random: number) =>
      Number(await db.value('select extract(epoch from private.outbox_delay($1, $2))', [attempts, random]));
    expect(await delay(1, 0.5)).toBe(5);
    expect(await delay(4, 0.5)).toBe(40);
    expect([await delay(3, 0), await delay(3, 1)]).toEqual([16, 24]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 0, max: 100 }), async (attempts, percent) => {
        const random = percent / 100;
        const [shorter, longer] = [await delay(attempts, random), await delay(attempts + 1, random)];
        expect(longer).toBeGreaterThanOrEqual(shorter);
        expect(longer).toBeLessThanOrEqual(3600);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps failed work for later, with a short reason', async () => {
    await clear();
    const id = await enqueue();
    await claim(db.owner, 1, '2030-01-01T00:00:00Z');
    await db.value('select private.fail_outbox($1, $2, false, $3)', [id, 'x'.repeat(900), '2030-01-01T00:00:10Z']);
    expect(await row(id)).toMatchObject({ status: 'pending', last_error: 'x'.repeat(500), locked_until: null });
    expect(await claim(db.owner, 1, '2030-01-01T00:00:13Z')).toEqual([]);
    expect(await claim(db.owner, 1, '2030-01-01T00:00:17Z')).toEqual([{ id, attempts: 2 }]);
  });

  it('gives up after twenty failures, or at once when it can never work', async () => {
    await clear();
    const [id, hopeless] = [await enqueue(), await enqueue()];
    let now = Date.parse('2030-01-01T00:00:00Z');
    await db.value('select private.claim_outbox(2, 60, $1)', ['2030-01-01T00:00:00Z']);
    await db.value(`select private.fail_outbox($1, 'no such template', true, $2)`, [hopeless, '2030-01-01T00:00:00Z']);
    expect(await row(hopeless)).toMatchObject({ status: 'dead', attempts: 1 });
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      expect(await row(id)).toMatchObject({ status: 'running', attempts: attempt });
      await db.value(`select private.fail_outbox($1, 'down', false, $2)`, [id, new Date(now).toISOString()]);
      now += 3_600_000;
      await claim(db.owner, 1, new Date(now).toISOString());
    }
    expect(await row(id)).toMatchObject({ status: 'dead', attempts: 20, last_error: 'down' });
  });

  it('gives up on work that kills its worker twenty times', async () => {
    await clear();
    const id = await enqueue();
    for (let day = 1; day <= 21; day += 1) await claim(db.owner, 1, new Date(Date.UTC(2030, 1, day)).toISOString());
    expect(await row(id)).toMatchObject({ status: 'dead', attempts: 20 });
  });

  it('ends done work for good', async () => {
    await clear();
    const id = await enqueue();
    await claim(db.owner, 1, '2030-01-01T00:00:00Z');
    await db.value('select private.complete_outbox($1, now())', [id]);
    await db.value(`select private.fail_outbox($1, 'late', false, now())`, [id]);
    expect(await row(id)).toMatchObject({ status: 'done', last_error: null });
    expect(await claim(db.owner, 1, '2040-01-01T00:00:00Z')).toEqual([]);
  });
});
