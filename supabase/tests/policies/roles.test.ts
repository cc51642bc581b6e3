import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addRole, addStaff, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Person } from '../support/people.ts';

const db = useDatabase();
const service: Person = { role: 'service_role' };
const ids = { keeper: '', inviter: '', clerk: '', people: '', learner: '', manager: '', gone: '', target: '' };
let roleId = '';
let invitationId = '';

beforeAll(async () => {
  Object.assign(ids, {
    keeper: await addStaff(db, ['roles.manage', 'leads.read']),
    inviter: await addStaff(db, ['roles.manage', 'users.manage', 'leads.read']),
    people: await addStaff(db, ['users.manage', 'users.read', 'leads.read']),
    clerk: await addStaff(db, ['leads.read', 'audit.read']),
    learner: await addPerson(db),
    manager: await addPerson(db, { kind: 'institution' }),
    gone: await addPerson(db, {
      roles: [await addRole(db, ['roles.manage', 'users.manage', 'leads.read'])],
      status: 'suspended',
    }),
    target: await addPerson(db, { kind: 'staff' }),
  });
  roleId = await addRole(db, ['leads.read']);
  invitationId = text(
    await db.value(
      `insert into public.staff_invitations (email, full_name, role_ids, invited_by, queued_at)
       values ('new@example.com', 'New', array[$1], $2, now() - interval '1 hour') returning id`,
      [roleId, ids.inviter],
    ),
  );
});

const calls: [string, () => unknown[], (keyof typeof ids)[]][] = [
  ['public.list_roles()', () => [], ['keeper', 'inviter']],
  [`public.create_role('Readers', '', '{leads.read}', 'A reason')`, () => [], ['keeper', 'inviter']],
  [`public.change_role($1, 1, 'Other', '', '{leads.read}', 'A reason')`, () => [roleId], ['keeper', 'inviter']],
  [`public.give_role($1, $2, 'A reason')`, () => [ids.target, roleId], ['keeper', 'inviter']],
  [`public.take_role($1, $2, 'A reason')`, () => [ids.target, roleId], ['keeper', 'inviter']],
  ['public.list_staff()', () => [], ['keeper', 'inviter']],
  ['public.get_staff($1)', () => [ids.target], ['keeper', 'inviter']],
  ['public.list_staff_invitations()', () => [], ['keeper', 'inviter']],
  [`public.invite_staff('else@example.com', 'Else', array[$1], 'A reason')`, () => [roleId], ['inviter']],
  [`public.resend_staff_invitation($1, 'A reason')`, () => [invitationId], ['inviter']],
  [`public.withdraw_staff_invitation($1, 'A reason')`, () => [invitationId], ['inviter']],
];

describe.each(calls)('%s', (call, values, allowed) => {
  const sql = `select ${call}`;

  it(`is for ${allowed.join(' and ')}`, async () => {
    for (const name of allowed) {
      expect(await asPerson(db.owner, { userId: ids[name] }, (s) => s.rows(sql, values()))).not.toHaveLength(0);
    }
  });

  it('is refused to the rest', async () => {
    const rest = allowed.includes('keeper') ? [] : [ids.keeper];
    for (const userId of [...rest, ids.clerk, ids.people, ids.learner, ids.manager, ids.gone, ids.target]) {
      expect(await asPerson(db.owner, { userId }, (s) => s.refusal(sql, values()))).toEqual({
        code: '42501',
        message: 'not_allowed',
      });
    }
  });

  it('is closed to visitors and to the server', async () => {
    for (const person of [{}, service]) {
      expect(await asPerson(db.owner, person, (s) => s.refusal(sql, values()))).toMatchObject({ code: '42501' });
    }
  });
});

it('deleting a role is for who may manage roles', async () => {
  const free = await addRole(db, ['leads.read']);
  const sql = `select public.delete_role($1, 1, 'A reason')`;
  expect(await asPerson(db.owner, { userId: ids.keeper }, (s) => s.rows(sql, [free]))).toHaveLength(1);
  for (const userId of [ids.people, ids.clerk, ids.learner, ids.manager, ids.gone]) {
    expect(await asPerson(db.owner, { userId }, (s) => s.refusal(sql, [free]))).toEqual({
      code: '42501',
      message: 'not_allowed',
    });
  }
});

describe('staff_invitations', () => {
  const seen = (person: Person) =>
    asPerson(db.owner, person, async (s) => (await s.rows('select id from public.staff_invitations')).length);

  it('are read with roles.manage', async () => {
    expect(await seen({ userId: ids.keeper })).toBe(1);
    for (const userId of [ids.people, ids.clerk, ids.learner, ids.manager, ids.gone])
      expect(await seen({ userId })).toBe(0);
    expect(await asPerson(db.owner, {}, (s) => s.refusal('select id from public.staff_invitations'))).toMatchObject({
      code: '42501',
    });
  });

  it.each(['staff_invitations', 'roles', 'role_permissions', 'permissions'])(
    '%s is written by nobody directly',
    async (table) => {
      for (const person of [{}, service, { userId: ids.inviter }, { userId: ids.learner }]) {
        for (const sql of [
          `insert into public.${table} default values`,
          `update public.${table} set created_at = default`,
          `delete from public.${table}`,
        ]) {
          expect(await asPerson(db.owner, person, (s) => s.refusal(sql)), sql).toMatchObject({ code: '42501' });
        }
      }
    },
  );
});

it.each([
  `private.make_staff(gen_random_uuid(), null, 'x', now())`,
  `private.require_own_rights('{}')`,
  `private.permissions_of(gen_random_uuid())`,
  `private.queue_staff_invitation(gen_random_uuid(), now())`,
])('%s is out of reach of people', async (call) => {
  expect(await asPerson(db.owner, { userId: ids.inviter }, (s) => s.refusal(`select ${call}`))).toMatchObject({
    code: '42501',
  });
});
