import { describe, expect, it } from 'vitest';
import { addPerson, addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();

const write = (action: string, details: object = {}) =>
  db.value(`select private.audit($1, 'thing', 'id', $2, null)`, [action, JSON.stringify(details)]);
const broken = () => db.value('select private.broken_audit_row()');

/** Runs a change with the guard taken off, as only the owner of the table could, and takes everything back afterwards. */
async function tampered(sql: string): Promise<unknown> {
  await db.rows('begin');
  try {
    await db.rows('alter table public.audit_log disable trigger user');
    await db.rows(sql);
    return await broken();
  } finally {
    await db.rows('rollback');
  }
}

describe('the audit log', () => {
  it('numbers and chains its rows', async () => {
    for (const action of ['first', 'second', 'third', 'fourth']) await write(action, { ü: [1, { b: null }] });
    expect(await broken()).toBeNull();
    expect(
      await db.rows(
        'select a.id, a.previous_hash = coalesce(b.hash, repeat($1, 64)) as chained from public.audit_log a left join public.audit_log b on b.id = a.id - 1 order by a.id limit 2',
        ['0'],
      ),
    ).toEqual([
      { id: 1, chained: true },
      { id: 2, chained: true },
    ]);
  });

  it.each([
    ['a changed action', `update public.audit_log set action = 'harmless' where id = 2`, 2],
    ['a changed detail', `update public.audit_log set details = '{}' where id = 3`, 3],
    ['a changed time', `update public.audit_log set at = at + interval '1 second' where id = 2`, 2],
    ['another actor', 'update public.audit_log set actor = gen_random_uuid() where id = 1', 1],
    ['another origin', `update public.audit_log set origin = '{"address": "192.0.2.1"}' where id = 2`, 2],
    ['a removed row', 'delete from public.audit_log where id = 2', 3],
    ['a removed last row', 'delete from public.audit_log where id = (select max(id) from public.audit_log)', 4],
    ['an emptied log', 'delete from public.audit_log', 4],
  ])('shows %s', async (_, sql, id) => {
    expect(await tampered(sql)).toBe(id);
    expect(await broken()).toBeNull();
  });

  it('shows a changed row whose own hash was made to fit', async () => {
    expect(
      await tampered(
        `update public.audit_log set action = 'x' where id = 2; update public.audit_log a set hash = private.audit_hash(a) where id = 2`,
      ),
    ).toBe(3);
  });

  it('says from where a person acted, why, and what became of it', async () => {
    const userId = await addPerson(db);
    await db.rows('begin');
    try {
      await db.rows(`select set_config('request.jwt.claims', $1, true), set_config('request.headers', $2, true)`, [
        JSON.stringify({ sub: userId, role: 'authenticated' }),
        JSON.stringify({ 'x-forwarded-for': '203.0.113.9, 10.0.0.1', 'user-agent': 'Browser/1' }),
      ]);
      await db.rows(
        `select private.audit_act('thing.changed', 'thing', '1', 'A reason', '{"name": "Old", "kept": 1, "none": null}', '{"name": "New", "kept": 1, "none": 2}')`,
      );
      await db.rows(`select private.audit('thing.ran', 'thing', '2', '{}', null)`);
      const rows = await db.rows('select actor, details, origin from public.audit_log order by id desc limit 2');
      expect(rows).toEqual([
        { actor: null, details: {}, origin: {} },
        {
          actor: userId,
          details: {
            reason: 'A reason',
            before: { name: 'Old', none: null },
            after: { name: 'New', none: 2 },
          },
          origin: { address: '203.0.113.9', agent: 'Browser/1' },
        },
      ]);
      expect(await broken()).toBeNull();
    } finally {
      await db.rows('rollback');
    }
  });

  it.each(['', '  a ', null, 'x'.repeat(501)])('refuses %j as a reason', async (reason) => {
    await expect(db.value('select private.clean_reason($1)', [reason])).rejects.toThrow('reason_needed');
  });

  it('is the same whatever the time zone of the session', async () => {
    await db.rows(`set timezone = 'Asia/Kolkata'`);
    expect(await broken()).toBeNull();
    await db.rows(`set timezone = 'UTC'`);
  });

  it('keeps its chain when many write at once and some take it back', async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => db.connect()));
    await Promise.all(
      clients.map(async (client, index) => {
        for (let round = 0; round < 5; round += 1) {
          await client.query('begin');
          await client.query(`select private.audit('busy', 'thing', null)`);
          await client.query(index % 3 === 0 ? 'rollback' : 'commit');
        }
      }),
    );
    expect(await broken()).toBeNull();
    expect(await db.value(`select max(id) - count(*) from public.audit_log`)).toBe(0);
  });

  it('cannot be written, changed or emptied by the server, staff or the owner', async () => {
    const auditor = await addStaff(db, ['audit.read']);
    const attempts = [
      `insert into public.audit_log (id, action, subject_type, previous_hash, hash) values (9, 'x', 'x', '', '')`,
      `update public.audit_log set action = 'x'`,
      'delete from public.audit_log',
    ];
    for (const sql of attempts) {
      for (const person of [{ role: 'service_role' as const }, { userId: auditor }, {}]) {
        expect(await asPerson(db.owner, person, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
      }
    }
    expect(
      await asPerson(db.owner, { role: 'service_role' }, (session) =>
        session.refusal(`select private.audit('x', 'x', 'x')`),
      ),
    ).toMatchObject({ code: '42501' });
    for (const sql of [
      `update public.audit_log set action = 'x'`,
      'delete from public.audit_log',
      'truncate public.audit_log',
    ]) {
      await expect(db.rows(sql)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('is read by those with audit.read', async () => {
    const [auditor, other, learner] = [
      await addStaff(db, ['audit.read']),
      await addStaff(db, ['users.read']),
      await addPerson(db),
    ];
    const seen = (userId: string) =>
      asPerson(db.owner, { userId }, (session) => session.value('select count(*) from public.audit_log'));
    expect(await seen(auditor)).toBeGreaterThan(0);
    expect([await seen(other), await seen(learner)]).toEqual([0, 0]);
    expect(await asPerson(db.owner, {}, (session) => session.refusal('select * from public.audit_log'))).toMatchObject({
      code: '42501',
    });
  });
});
