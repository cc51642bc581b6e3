import { describe, expect, it } from 'vitest';
import { addInstitution, addPerson, addRole, addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Person, type Session } from '../support/people.ts';

const db = useDatabase();
const as = <T>(person: Person | string, run: (s: Session) => Promise<T>) =>
  asPerson(db.owner, typeof person === 'string' ? { userId: person } : person, run);

describe('roles and permissions', () => {
  it('are read by staff with roles.manage; others see at most their own roles', async () => {
    const manager = await addStaff(db, ['roles.manage']);
    const clerk = await addStaff(db, ['users.read']);
    const learner = await addPerson(db);
    const seen = (person: string) =>
      as(person, async (s) => [
        Number(await s.value('select count(*) from public.permissions')) > 0,
        Number(await s.value('select count(*) from public.roles')) > 0,
        Number(await s.value('select count(*) from public.role_permissions')) > 0,
        await s.value('select count(distinct user_id) > 1 from public.staff_roles'),
        await s.value('select count(*) from public.staff_roles where user_id = $1', [person]),
      ]);
    expect(await seen(manager)).toEqual([true, true, true, true, 1]);
    expect(await seen(clerk)).toEqual([false, false, false, false, 1]);
    expect(await seen(learner)).toEqual([false, false, false, false, 0]);
  });

  it.each([
    ['a learner', () => addPerson(db)],
    ['staff with users.manage', () => addStaff(db, ['users.manage'])],
    ['staff with roles.manage', () => addStaff(db, ['roles.manage'])],
  ])('are not written through the API by %s', async (_, make) => {
    const person = await make();
    await as(person, async (s) => {
      for (const statement of [
        `insert into public.staff_roles (user_id, role_id) values ('${person}', 'super-admin')`,
        `update public.staff_roles set role_id = 'super-admin'`,
        `delete from public.staff_roles`,
        `insert into public.role_permissions (role_id, permission_id) select role_id, 'payments.refund' from public.staff_roles`,
        `insert into public.roles (id, name) values ('mine', 'Mine')`,
        `insert into public.permissions (id, description) values ('all.rights', 'x')`,
        `update public.profiles set kind = 'staff'`,
      ]) {
        expect((await s.refusal(statement)).code, statement).toBe('42501');
      }
    });
  });

  it('are not granted by the command of the operator when a client calls it', async () => {
    const person = await addPerson(db);
    for (const role of ['anon', 'authenticated', 'service_role'] as const) {
      expect(
        (await as({ userId: person, role }, (s) => s.refusal(`select private.grant_first_admin('a@b.c')`))).code,
      ).toBe('42501');
    }
  });

  it('are not believed from the token: claims about roles change nothing', async () => {
    const person = await addPerson(db);
    const staff = await addStaff(db, ['users.read']);
    await db.owner.query('begin');
    await db.owner.query(`select set_config('request.jwt.claims', $1, true)`, [
      JSON.stringify({
        sub: person,
        role: 'authenticated',
        app_metadata: { role: 'super-admin', permissions: ['users.read'] },
        user_metadata: { kind: 'staff' },
      }),
    ]);
    await db.owner.query('set local role authenticated');
    const { rows } = await db.owner.query('select user_id from public.profiles');
    await db.owner.query('rollback');
    expect(rows).toEqual([{ user_id: person }]);
    expect(Number(await as(staff, (s) => s.value('select count(*) from public.profiles')))).toBeGreaterThan(1);
  });

  it('work at the next request when given and when taken away', async () => {
    const person = await addStaff(db, ['users.read']);
    const count = () => as(person, (s) => s.value('select count(*) > 1 from public.profiles'));
    expect(await count()).toBe(true);
    await db.rows('delete from public.staff_roles where user_id = $1', [person]);
    expect(await count()).toBe(false);
    await db.rows('insert into public.staff_roles (user_id, role_id) values ($1, $2)', [
      person,
      await addRole(db, ['users.read']),
    ]);
    expect(await count()).toBe(true);
  });
});

describe('my_access', () => {
  it('tells kind, status, permissions and institutions of the person who asks', async () => {
    expect(await as(await addPerson(db), (s) => s.value('select public.my_access()'))).toEqual({
      kind: 'learner',
      status: 'active',
      permissions: [],
      institutions: [],
    });
    const staff = await addPerson(db, {
      roles: [await addRole(db, ['users.read', 'audit.read']), await addRole(db, ['users.read'])],
    });
    expect(await as(staff, (s) => s.value('select public.my_access()'))).toEqual({
      kind: 'staff',
      status: 'active',
      permissions: ['audit.read', 'users.read'],
      institutions: [],
    });
    const manager = await addPerson(db, { kind: 'institution' });
    const institution = await addInstitution(db, [manager]);
    expect(await as(manager, (s) => s.value('select public.my_access()'))).toMatchObject({
      kind: 'institution',
      institutions: [{ id: institution }],
    });
  });

  it('is not for visitors', async () => {
    expect((await as({}, (s) => s.refusal('select public.my_access()'))).code).toBe('42501');
  });
});

describe('the first administrator', () => {
  it('is an existing account, made once, by the owner of the database; and the last one stays', async () => {
    const first = await addPerson(db, { email: 'first@example.com' });
    const second = await addPerson(db, { email: 'second@example.com' });
    await expect(db.value(`select private.grant_first_admin('nobody@example.com')`)).rejects.toMatchObject({
      message: 'account_not_found',
    });
    expect(await db.value(`select private.grant_first_admin(' First@Example.com ')`)).toBe(first);
    expect(await db.value(`select private.grant_first_admin('first@example.com')`)).toBe(first);
    expect(await db.value('select kind from public.profiles where user_id = $1', [first])).toBe('staff');
    expect(
      await db.value(`select count(*) from public.audit_log where action = 'staff.first_admin' and subject_id = $1`, [
        first,
      ]),
    ).toBe(1);
    expect(await as(first, (s) => s.value(`select jsonb_array_length(public.my_access() -> 'permissions')`))).toBe(
      await db.value('select count(*) from public.permissions'),
    );
    await expect(db.value(`select private.grant_first_admin('second@example.com')`)).rejects.toMatchObject({
      message: 'admin_exists',
    });

    const last = { code: 'P0001', message: 'last_super_admin' };
    await expect(db.rows('delete from public.staff_roles where user_id = $1', [first])).rejects.toMatchObject(last);
    await expect(
      db.rows(`update public.staff_roles set role_id = 'support' where user_id = $1`, [first]),
    ).rejects.toMatchObject(last);
    await expect(
      db.rows(`update public.profiles set status = 'suspended' where user_id = $1`, [first]),
    ).rejects.toMatchObject(last);
    await expect(db.rows('delete from auth.users where id = $1', [first])).rejects.toMatchObject(last);

    await db.rows(`insert into public.staff_roles (user_id, role_id) values ($1, 'super-admin')`, [second]);
    await db.rows(`update public.profiles set kind = 'staff' where user_id = $1`, [second]);
    await db.rows('delete from public.staff_roles where user_id = $1', [first]);
    await expect(
      db.rows(`update public.profiles set status = 'suspended' where user_id = $1`, [second]),
    ).rejects.toMatchObject(last);
  });
});

describe('the reference data', () => {
  it('gives super-admin every permission, and support none that changes anything', async () => {
    expect(
      await db.rows(
        `select id from public.permissions where id not in (select permission_id from public.role_permissions where role_id = 'super-admin')`,
      ),
    ).toEqual([]);
    expect(
      await db.rows(
        `select permission_id from public.role_permissions where role_id = 'support' and permission_id not like '%.read'`,
      ),
    ).toEqual([]);
    expect(await db.rows('select id from public.roles where system order by id')).toEqual(
      ['content-editor', 'finance', 'operations', 'sales', 'super-admin', 'support'].map((id) => ({ id })),
    );
  });
});
