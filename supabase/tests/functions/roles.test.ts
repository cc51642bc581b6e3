import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addPerson, addRole, addStaff, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { actingAs } from '../support/leads.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
const why = 'A good reason';
let keeper = '';
beforeEach(async () => {
  keeper = await addStaff(db, ['roles.manage', 'users.manage', 'leads.read', 'leads.manage']);
});

const acting = () => actingAs(db.owner, keeper);
const audited = async () =>
  (
    await db.rows(
      'select action, actor, subject_type, subject_id, details from public.audit_log order by id desc limit 1',
    )
  )[0];
const name = () => `Role ${randomUUID().slice(0, 8)}`;
const create = 'select public.create_role($1, $2, $3, $4)';
const change = 'select public.change_role($1, $2, $3, $4, $5, $6)';
const remove = 'select public.delete_role($1, $2, $3)';
const give = 'select public.give_role($1, $2, $3)';
const take = 'select public.take_role($1, $2, $3)';

describe('a custom role', () => {
  it('gets an id from its name, and is in the audit log', async () => {
    const id = text(await acting().value(create, ['  Café & Leads ', 'Helps', ['leads.read', 'leads.read'], why]));
    expect(id).toBe('caf-leads');
    expect(await audited()).toEqual({
      action: 'role.created',
      actor: keeper,
      subject_type: 'role',
      subject_id: id,
      details: {
        reason: why,
        before: {},
        after: { name: 'Café & Leads', description: 'Helps', permissions: ['leads.read'] },
      },
    });
  });

  it.each([
    ['New', 'new-2'],
    ['Staff', 'staff-2'],
    ['営業', 'role'],
    ['9 lives', 'role-9-lives'],
  ])('named %s is kept as %s', async (called, id) => {
    expect(await acting().value(create, [called, '', ['leads.read'], why])).toBe(id);
  });

  it.each([
    ['invalid_name', ' a ', '', ['leads.read'], why],
    ['name_taken', 'sALES', '', ['leads.read'], why],
    ['invalid_description', 'Fine', 'x'.repeat(301), ['leads.read'], why],
    ['permissions_needed', 'Fine', '', [], why],
    ['permission_unknown', 'Fine', '', ['leads.none'], why],
    ['beyond_own_rights', 'Fine', '', ['leads.read', 'payments.refund'], why],
    ['reason_needed', 'Fine', '', ['leads.read'], ' '],
  ])('is refused with %s', async (code, ...values) => {
    const before = await db.value('select count(*) from public.roles');
    expect(await acting().refusal(create, values)).toEqual({ code: 'P0001', message: code });
    expect(await db.value('select count(*) from public.roles')).toBe(before);
  });

  it('names the permissions that the actor lacks', async () => {
    const role = await addRole(db, ['leads.read', 'payments.refund', 'audit.read']);
    const target = await addPerson(db, { kind: 'staff' });
    await expect(
      asPerson(db.owner, { userId: keeper }, (s) => s.value(give, [target, role, why])),
    ).rejects.toMatchObject({ message: 'beyond_own_rights', detail: 'audit.read, payments.refund' });
  });

  it('is changed by who holds what it held and what it will hold', async () => {
    const role = await addRole(db, ['leads.read']);
    const called = name();
    expect(await acting().value(change, [role, 1, called, 'New words', ['leads.read', 'leads.manage'], why])).toBe(2);
    expect(await audited()).toMatchObject({
      action: 'role.changed',
      subject_id: role,
      details: {
        before: { name: role, description: '', permissions: ['leads.read'] },
        after: { name: called, description: 'New words', permissions: ['leads.manage', 'leads.read'] },
      },
    });
    const rich = await addRole(db, ['leads.read', 'payments.refund']);
    for (const permissions of [['leads.read'], ['leads.read', 'payments.refund']]) {
      expect(await acting().refusal(change, [rich, 1, name(), '', permissions, why])).toMatchObject({
        message: 'beyond_own_rights',
      });
    }
    expect(await acting().refusal(change, [role, 2, called, '', ['leads.read', 'audit.read'], why])).toMatchObject({
      message: 'beyond_own_rights',
    });
  });

  it('is not overwritten by who saw an older one', async () => {
    const role = await addRole(db, ['leads.read']);
    await acting().value(change, [role, 1, name(), '', ['leads.read'], why]);
    for (const [sql, values] of [
      [change, [role, 1, name(), '', ['leads.read'], why]],
      [remove, [role, 1, why]],
    ] as const) {
      expect(await acting().refusal(sql, [...values])).toMatchObject({ message: 'changed_meanwhile' });
    }
  });

  it('takes one of two changes made at once', async () => {
    const role = await addRole(db, ['leads.read']);
    const attempts = await Promise.allSettled(
      [0, 1].map(async () =>
        asPerson(
          await db.connect(),
          { userId: keeper },
          (s) => s.value(change, [role, 1, name(), '', ['leads.read'], why]),
          { keep: true },
        ),
      ),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: 'changed_meanwhile' },
    });
    expect(await db.value('select version from public.roles where id = $1', [role])).toBe(2);
  });

  it('goes when nobody holds it and nobody is invited to it', async () => {
    const role = await addRole(db, ['leads.read']);
    const holder = await addPerson(db, { roles: [role] });
    expect(await acting().refusal(remove, [role, 1, why])).toMatchObject({ message: 'role_in_use' });
    await acting().value(take, [holder, role, why]);
    const invitation = await acting().value('select public.invite_staff($1, $2, $3, $4)', [
      `${randomUUID()}@example.com`,
      'Somebody',
      [role],
      why,
    ]);
    expect(await acting().refusal(remove, [role, 1, why])).toMatchObject({ message: 'role_in_use' });
    await acting().value('select public.withdraw_staff_invitation($1, $2)', [invitation, why]);
    await acting().value(remove, [role, 1, why]);
    expect(await audited()).toMatchObject({ action: 'role.deleted', subject_id: role });
    expect(await acting().refusal(remove, [role, 1, why])).toMatchObject({ message: 'role_not_found' });
  });
});

it('system roles are fixed', async () => {
  const admin = await addPerson(db, { roles: ['super-admin'] });
  const as = actingAs(db.owner, admin);
  expect(await as.refusal(change, ['sales', 1, 'Sales', '', ['leads.read'], why])).toMatchObject({
    message: 'system_role',
  });
  expect(await as.refusal(remove, ['sales', 1, why])).toMatchObject({ message: 'system_role' });
});

describe('giving and taking', () => {
  it('works at the next request of the person, both ways, and is in the audit log', async () => {
    const role = await addRole(db, ['leads.read']);
    const target = await addPerson(db, { kind: 'staff' });
    const sees = () =>
      asPerson(db.owner, { userId: target }, (s) => s.value(`select private.has_permission('leads.read')`));
    expect(await sees()).toBe(false);
    await acting().value(give, [target, role, why]);
    expect(await sees()).toBe(true);
    expect(await audited()).toMatchObject({
      action: 'role.granted',
      actor: keeper,
      subject_type: 'profile',
      subject_id: target,
      details: { reason: why, after: { role } },
    });
    const count = await db.value('select count(*) from public.audit_log');
    await acting().value(give, [target, role, why]);
    expect(await db.value('select count(*) from public.audit_log')).toBe(count);
    await acting().value(take, [target, role, why]);
    expect(await sees()).toBe(false);
    expect(await audited()).toMatchObject({ action: 'role.taken', details: { before: { role } } });
  });

  it('a change of a role reaches who holds it at the next request', async () => {
    const role = await addRole(db, ['leads.read', 'leads.manage']);
    const target = await addPerson(db, { roles: [role] });
    const may = () =>
      asPerson(db.owner, { userId: target }, (s) => s.value(`select private.has_permission('leads.manage')`));
    expect(await may()).toBe(true);
    await acting().value(change, [role, 1, name(), '', ['leads.read'], why]);
    expect(await may()).toBe(false);
  });

  it('nobody gives or takes what they lack, nor raises themselves', async () => {
    const target = await addPerson(db, { roles: ['super-admin'] });
    await addPerson(db, { roles: ['super-admin'] });
    for (const [sql, who, role] of [
      [give, target, 'finance'],
      [give, keeper, 'super-admin'],
      [take, target, 'super-admin'],
    ]) {
      expect(await acting().refusal(text(sql), [who, role, why])).toMatchObject({ message: 'beyond_own_rights' });
    }
    expect(await acting().refusal(give, [keeper, await addRole(db, ['leads.read']), why])).toMatchObject({
      message: 'own_roles',
    });
    expect(await acting().refusal(give, [target, 'nothing', why])).toMatchObject({ message: 'role_not_found' });
  });

  it('only accounts of staff hold roles', async () => {
    const role = await addRole(db, ['leads.read']);
    for (const who of [
      await addPerson(db),
      await addPerson(db, { kind: 'institution' }),
      await addPerson(db, { kind: 'staff', status: 'erased' }),
      randomUUID(),
    ]) {
      expect(await acting().refusal(give, [who, role, why])).toMatchObject({ message: 'not_staff' });
    }
  });

  it('the last super-admin stays, also when two go at once', async () => {
    await db.rows(`delete from public.staff_roles sr where sr.role_id = 'super-admin' and sr.user_id <>
      (select user_id from public.staff_roles where role_id = 'super-admin' limit 1)`);
    const one = text(await db.value(`select user_id from public.staff_roles where role_id = 'super-admin'`));
    expect(await actingAs(db.owner, one).refusal(take, [one, 'super-admin', why])).toMatchObject({
      message: 'last_super_admin',
    });
    const two = await addPerson(db, { roles: ['super-admin'] });
    const attempts = await Promise.allSettled(
      [
        [one, two],
        [two, one],
      ].map(async ([actor, target]) =>
        asPerson(await db.connect(), { userId: text(actor) }, (s) => s.value(take, [target, 'super-admin', why]), {
          keep: true,
        }),
      ),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.value(`select count(*) from public.staff_roles where role_id = 'super-admin'`)).toBe(1);
  });
});

describe('the list of staff', () => {
  it('is searched by name and e-mail, narrowed by role, and paged', async () => {
    const role = await addRole(db, ['leads.read']);
    const mark = randomUUID().slice(0, 8);
    const one = await addPerson(db, { roles: [role], name: `Anu ${mark}`, email: `a-${mark}@example.com` });
    const two = await addPerson(db, { kind: 'staff', name: 'Bo', email: `b-${mark}@example.com` });
    await addPerson(db, { name: `Learner ${mark}` });
    const list = async (...values: unknown[]) => acting().value('select public.list_staff($1, $2, $3, $4)', values);
    expect(await list(mark.toUpperCase(), null, 25, 0)).toMatchObject({ total: 2, rows: [{ id: one }, { id: two }] });
    expect(await list(mark, role, 25, 0)).toMatchObject({
      total: 1,
      rows: [{ id: one, full_name: `Anu ${mark}`, status: 'active', me: false, roles: [{ id: role, name: role }] }],
    });
    expect(await list(mark, null, 1, 1)).toMatchObject({ total: 2, rows: [{ id: two, roles: [] }] });
    expect(await list('100%_', null, 25, 0)).toEqual({ total: 0, rows: [] });
    expect(await acting().value('select public.get_staff($1)', [one])).toMatchObject({ id: one });
  });

  it('does not read all people', async () => {
    await db.rows(
      `insert into auth.users (instance_id, id, aud, role, email, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
       select '00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'authenticated', 'authenticated', 'many-' || n || '@example.com', '{}', '{}', now(), now()
       from generate_series(1, 8000) n`,
    );
    await db.rows('analyze public.profiles');
    const plan = JSON.stringify(
      await db.rows(`explain select p from public.profiles p where p.kind = 'staff' and p.status <> 'erased'
        and lower(p.email) like '%x%' order by lower(p.full_name), p.user_id limit 25`),
    );
    expect(plan).toContain('profiles_staff');
    expect(plan).not.toContain('Seq Scan');
  });
});
