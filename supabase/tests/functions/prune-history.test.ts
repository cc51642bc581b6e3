import { describe, expect, it } from 'vitest';
import { addPerson } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
const now = '2030-06-01T00:00:00Z';
const prune = (limit = 100) => db.value('select private.prune_history($1, $2)', [now, limit]);

async function work(key: string, status: string, doneAt: string | null) {
  await db.rows(
    `insert into private.outbox (kind, dedupe_key, status, done_at, created_at) values ('email.send', $1, $2, $3, '2029-01-01')`,
    [key, status, doneAt],
  );
}
async function event(id: string, processedAt: string | null) {
  await db.rows(
    `insert into private.webhook_events (provider, event_id, raw_body, processed_at) values ('razorpay', $1, '{"a": 1}', $2)`,
    [id, processedAt],
  );
}

describe('pruning', () => {
  it('deletes work done over 30 days ago, and nothing that is open or dead', async () => {
    await work('old', 'done', '2030-05-01T00:00:00Z');
    await work('older', 'done', '2029-05-01T00:00:00Z');
    await work('fresh', 'done', '2030-05-03T00:00:00Z');
    await work('dead', 'dead', null);
    await work('open', 'pending', null);
    expect(await prune()).toBe(2);
    const left = await db.rows('select dedupe_key from private.outbox order by 1');
    expect(left.map((row) => row.dedupe_key)).toEqual(['dead', 'fresh', 'open']);
  });

  it('empties bodies acted upon over 90 days ago and still knows the events', async () => {
    await event('evt_old', '2030-03-01T00:00:00Z');
    await event('evt_fresh', '2030-03-10T00:00:00Z');
    await event('evt_open', null);
    expect(await prune()).toBe(1);
    expect(await prune()).toBe(0);
    const bodies = await db.rows(`select event_id, raw_body from private.webhook_events order by 1`);
    expect(bodies).toEqual([
      { event_id: 'evt_fresh', raw_body: '{"a": 1}' },
      { event_id: 'evt_old', raw_body: '' },
      { event_id: 'evt_open', raw_body: '{"a": 1}' },
    ]);
    expect(await db.value(`select public.system_receive_webhook('razorpay', 'evt_old', '{"a": 1}')`)).toBe(false);
  });

  it('takes a share per call', async () => {
    for (const key of ['a', 'b', 'c']) await work(key, 'done', '2029-01-01T00:00:00Z');
    expect([await prune(2), await prune(2), await prune(2)]).toEqual([2, 1, 0]);
  });

  it('is done by the server alone', async () => {
    const sql = 'select public.system_prune_history()';
    expect(await asPerson(db.owner, { userId: await addPerson(db) }, (session) => session.refusal(sql))).toMatchObject({
      code: '42501',
    });
    expect(await asPerson(db.owner, { role: 'service_role' }, (session) => session.value(sql))).toBe(0);
  });
});
