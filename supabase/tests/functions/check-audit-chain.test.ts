import { beforeAll, expect, it } from 'vitest';
import { addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
let auditor = '';

beforeAll(async () => {
  auditor = await addStaff(db, ['audit.read']);
  for (let count = 0; count < 7; count += 1)
    await db.rows(`select private.audit('thing.done', 'thing', '1', '{}', null)`);
});

const check = (after: number, limit: number) =>
  asPerson(db.owner, { userId: auditor }, (s) => s.value('select public.check_audit_chain($1, $2)', [after, limit]));

/** In parts of three; gives the first broken link and how many were checked. */
async function checkAll() {
  let after = 0;
  let checked = 0;
  for (;;) {
    const part = Object(await check(after, 3));
    checked += part.checked;
    if (part.done) return { checked, broken: part.broken_id };
    after = part.last_id;
  }
}

it('finds an untouched chain whole, in one part and in several', async () => {
  expect(await check(0, 100)).toEqual({ checked: 7, last_id: 7, broken_id: null, done: true });
  expect(await checkAll()).toEqual({ checked: 7, broken: null });
});

it.each([
  ['a changed row', `update public.audit_log set action = 'x' where id = 4`, 4],
  [
    'a changed row that starts a part, with its hash made to fit',
    `update public.audit_log set action = 'x' where id = 3; update public.audit_log a set hash = private.audit_hash(a) where id = 3`,
    4,
  ],
  ['a removed row', 'delete from public.audit_log where id = 5', 6],
  ['a removed row between two parts', 'delete from public.audit_log where id = 4', 5],
  ['a removed first row', 'delete from public.audit_log where id = 1', 2],
  ['a removed last row', 'delete from public.audit_log where id = 7', 7],
  ['an emptied log', 'delete from public.audit_log', 7],
])('names the first broken link: %s', async (_, sql, id) => {
  await db.rows('create temp table kept as select * from public.audit_log');
  await db.rows('alter table public.audit_log disable trigger user');
  await db.rows(sql);
  expect((await checkAll()).broken).toBe(id);
  expect(await db.value('select private.broken_audit_row()')).toBe(id);
  await db.rows('delete from public.audit_log');
  await db.rows('insert into public.audit_log select * from kept');
  await db.rows('alter table public.audit_log enable trigger user');
  await db.rows('drop table kept');
});
