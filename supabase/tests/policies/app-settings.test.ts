import { describe, expect, it } from 'vitest';
import { addPerson, addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();

describe('app_settings', () => {
  it('shows public ones to anyone and the others to staff with settings.manage', async () => {
    await db.rows(
      `insert into public.app_settings (key, value, public) values ('hidden', '1', false), ('shown', '1', true)`,
    );
    const sql = `select key from public.app_settings where key in ('hidden', 'shown') order by key`;
    const seen = async (userId?: string) =>
      (await asPerson(db.owner, { userId }, (session) => session.rows(sql))).map((row) => row.key);
    expect(await seen()).toEqual(['shown']);
    expect(await seen(await addPerson(db))).toEqual(['shown']);
    expect(await seen(await addStaff(db, ['settings.manage']))).toEqual(['hidden', 'shown']);
  });

  it('lets staff with settings.manage change a value, and writes down what it was', async () => {
    const staff = await addStaff(db, ['settings.manage']);
    const sql = `update public.app_settings set value = '{"submit_grace_seconds": 90}' where key = 'policies'`;
    expect(await asPerson(db.owner, { userId: staff }, (session) => session.count(sql), { keep: true })).toBe(1);
    expect(
      await db.rows(
        `select actor, details->'to' as new, details->'from'->>'order_ttl_hours' as old from public.audit_log where action = 'setting.changed' and subject_id = 'policies'`,
      ),
    ).toEqual([{ actor: staff, new: { submit_grace_seconds: 90 }, old: '24' }]);
    expect(await asPerson(db.owner, { userId: await addPerson(db) }, (session) => session.count(sql))).toBe(0);
    expect(await asPerson(db.owner, {}, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
  });

  it('lets nobody add, remove or publish a setting through the API', async () => {
    const staff = await addStaff(db, ['settings.manage']);
    for (const sql of [
      `insert into public.app_settings (key, value) values ('x', '1')`,
      'delete from public.app_settings',
      'update public.app_settings set public = true',
    ]) {
      expect(await asPerson(db.owner, { userId: staff }, (session) => session.refusal(sql))).toMatchObject({
        code: '42501',
      });
    }
  });
});
