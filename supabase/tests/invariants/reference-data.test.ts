import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
const load = async () => db.owner.query(await readFile(new URL('../../seeds/reference.sql', import.meta.url), 'utf8'));
const contents = async () => ({
  permissions: await db.rows('select id, description from public.permissions order by id'),
  roles: await db.rows('select id, name, system from public.roles order by id'),
  held: await db.rows('select role_id, permission_id from public.role_permissions order by 1, 2'),
  settings: await db.rows('select key, value, public from public.app_settings order by key'),
});

describe('loading the reference data again', () => {
  it('changes nothing', async () => {
    const before = await contents();
    await load();
    expect(await contents()).toEqual(before);
  });

  it('restores the rights of system roles, and leaves own roles and edited settings alone', async () => {
    const before = await contents();
    await db.rows(`insert into public.role_permissions (role_id, permission_id) values ('support', 'payments.refund')`);
    await db.rows(
      `delete from public.role_permissions where role_id = 'finance' and permission_id = 'payments.refund'`,
    );
    await db.rows(`insert into public.roles (id, name) values ('own-role', 'Own')`);
    await db.rows(`insert into public.role_permissions (role_id, permission_id) values ('own-role', 'audit.read')`);
    await db.rows(`update public.app_settings set value = value || '{"rate_percent": 12}' where key = 'tax'`);
    await load();
    expect(
      await db.rows(
        `select role_id, permission_id from public.role_permissions where role_id <> 'own-role' order by 1, 2`,
      ),
    ).toEqual(before.held);
    expect(await db.value(`select count(*) from public.role_permissions where role_id = 'own-role'`)).toBe(1);
    expect(await db.value(`select value ->> 'rate_percent' from public.app_settings where key = 'tax'`)).toBe('12');
  });
});
