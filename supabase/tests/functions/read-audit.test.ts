import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addPerson, addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
let auditor = '';
const people: string[] = [];
const total = 20_000;

/** Rows whose hashes do not matter, put in under the guard: chaining this many would take long. */
beforeAll(async () => {
  auditor = await addStaff(db, ['audit.read']);
  for (let count = 0; count < 5; count += 1)
    people.push(await addPerson(db, { kind: 'staff', name: `Person ${count}` }));
  await db.rows('alter table public.audit_log disable trigger user');
  await db.rows(
    `insert into public.audit_log (id, at, actor, action, subject_type, subject_id, details, previous_hash, hash)
     select n, timestamptz '2026-01-01T00:00:00Z' + n * interval '1 minute', ($1::uuid[])[1 + n % 5],
       (array['role.granted', 'role.taken', 'person.suspended', 'zoo.fed'])[1 + (n / 7) % 4], (array['profile', 'role'])[1 + n % 2], 'id-' || n % 400,
       jsonb_build_object('reason', 'Because ' || n), '', 'hash-' || n
     from generate_series(1, $2) n`,
    [people, total],
  );
  await db.rows('alter table public.audit_log enable trigger user');
  await db.rows('analyze public.audit_log');
});

const cursor = z.object({ id: z.number(), at: z.string() });
const answer = z.object({
  total: z.number(),
  total_capped: z.boolean(),
  rows: z.array(z.object({ id: z.number(), actor: z.string().nullable(), action: z.string(), at: z.string() }).loose()),
  next: cursor.nullable(),
  previous: cursor.nullable(),
});
type Filter = Partial<
  Record<'actor' | 'action' | 'subject_type' | 'subject_id' | 'from' | 'to' | 'after' | 'newer' | 'limit', unknown>
>;
const list = async (filter: Filter) => {
  const names = Object.keys(filter);
  const values = Object.values(filter).map((value) => (typeof value === 'object' ? JSON.stringify(value) : value));
  const sql = `select public.list_audit(${names.map((name, index) => `p_${name} => $${index + 1}`).join(', ')})`;
  return answer.parse(await asPerson(db.owner, { userId: auditor }, (s) => s.value(sql, values)));
};
const idsOf = ({ rows }: z.infer<typeof answer>) => rows.map(({ id }) => id);

describe('the list', () => {
  it('is newest first and turns its pages both ways, to the same rows', async () => {
    const first = await list({ limit: 10 });
    expect(idsOf(first)).toEqual(Array.from({ length: 10 }, (_, index) => total - index));
    expect(first).toMatchObject({ total: 10_000, total_capped: true, previous: null });
    const second = await list({ limit: 10, after: first.next });
    expect(idsOf(second)[0]).toBe(total - 10);
    const third = await list({ limit: 10, after: second.next });
    expect(idsOf(await list({ limit: 10, after: third.previous, newer: true }))).toEqual(idsOf(second));
    const back = await list({ limit: 10, after: second.previous, newer: true });
    expect(idsOf(back)).toEqual(idsOf(first));
    expect(back.previous).toBeNull();
  });

  it('ends', async () => {
    const last = await list({ limit: 10, after: { id: 6, at: '2026-01-01T00:06:00Z' } });
    expect(idsOf(last)).toEqual([5, 4, 3, 2, 1]);
    expect(last.next).toBeNull();
    expect(await list({ action: 'nothing.ever' })).toEqual({
      total: 0,
      total_capped: false,
      rows: [],
      next: null,
      previous: null,
    });
  });

  it('is filtered by each and by all', async () => {
    const of = async (filter: Filter) => (await list({ ...filter, limit: 50 })).rows;
    expect((await of({ actor: people[2] })).every(({ actor }) => actor === people[2])).toBe(true);
    expect(new Set((await of({ action: 'role' })).map(({ action }) => action))).toEqual(
      new Set(['role.granted', 'role.taken']),
    );
    expect(new Set((await of({ action: 'role.taken' })).map(({ action }) => action))).toEqual(new Set(['role.taken']));
    expect((await of({ subject_type: 'role' })).every((row) => row.subject_type === 'role')).toBe(true);
    expect((await of({ subject_id: 'id-7' })).every((row) => row.subject_id === 'id-7')).toBe(true);
    const day = await list({ from: '2026-01-02T00:00:00Z', to: '2026-01-02T00:03:00Z' });
    expect(idsOf(day)).toEqual([1442, 1441, 1440]);
    expect(
      await list({ actor: people[0], action: 'zoo', subject_type: 'profile', from: '2026-01-03T00:00:00Z' }),
    ).toMatchObject({ total_capped: false });
  });

  it('says who acted and why', async () => {
    expect((await list({ limit: 1 })).rows[0]).toMatchObject({ actor_name: 'Person 0', reason: `Because ${total}` });
  });
});

const indexed = [
  ['the first page', '', ''],
  ['a middle page', '', `and (a.at, a.id) < ('2026-01-07T00:00:00Z', 8640)`],
  ['an actor', 'p_actor', ''],
  ['an action', 'p_action', ''],
  ['an area', 'area', ''],
  ['a kind of subject', 'p_subject_type', ''],
  ['a subject', 'p_subject_id', ''],
  ['a day', 'day', ''],
] as const;

it.each(indexed)('%s is read by an index, in order', async (_, filter, after) => {
  const conditions = {
    '': 'true',
    p_actor: `a.actor = '${people[1]}'`,
    p_action: `a.action = 'zoo.fed'`,
    area: `split_part(a.action, '.', 1) = 'role'`,
    p_subject_type: `a.subject_type = 'role'`,
    p_subject_id: `a.subject_id = 'id-7'`,
    day: `a.at >= '2026-01-02T00:00:00Z' and a.at < '2026-01-03T00:00:00Z'`,
  };
  const plan = JSON.stringify(
    await db.rows(
      `explain select a from public.audit_log a where true and ${conditions[filter]} ${after} order by a.at desc, a.id desc limit 26`,
    ),
  );
  expect(plan).toContain('Index Scan');
  expect(plan).not.toMatch(/Seq Scan|Sort/);
});

describe('one entry', () => {
  it('is told with its hash, its change and the name of its subject', async () => {
    const get = (id: number) =>
      asPerson(db.owner, { userId: auditor }, (s) => s.value('select public.get_audit_entry($1)', [id]));
    expect(await get(5)).toMatchObject({ id: 5, hash: 'hash-5', actor_name: 'Person 0', details: {} });
    await expect(get(999_999)).rejects.toMatchObject({ message: 'entry_not_found' });
    expect(await db.value(`select private.audit_subject_name('profile', $1)`, [people[3]])).toBe('Person 3');
    expect(await db.value(`select private.audit_subject_name('role', 'sales')`)).toBe('Sales');
    for (const [type, id] of [
      ['profile', 'no uuid'],
      ['track', 'none'],
      ['unheard', randomUUID()],
    ]) {
      expect(await db.value('select private.audit_subject_name($1, $2)', [type, id])).toBeNull();
    }
  });
});

it('staff are found by a part of their name, others by their whole e-mail', async () => {
  const find = (search: string | null, actor: string | null = null) =>
    asPerson(db.owner, { userId: auditor }, (s) => s.value('select public.find_actors($1, $2)', [search, actor]));
  await addPerson(db, { name: 'Person of the learners', email: 'lea@example.com' });
  expect(await find('person 3')).toMatchObject([{ id: people[3], full_name: 'Person 3' }]);
  expect(await find('person of')).toEqual([]);
  expect(await find(' LEA@example.com ')).toMatchObject([{ email: 'lea@example.com' }]);
  expect(await find(null, people[1] ?? '')).toMatchObject([{ id: people[1] }]);
});
