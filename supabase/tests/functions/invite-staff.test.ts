import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { begunSchema, foundSchema } from '../../functions/_shared/db/invitations.ts';
import { createToken, hashToken } from '../../functions/_shared/invitations/token.ts';
import { addPerson, addRole, addStaff, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { actingAs } from '../support/leads.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
const why = 'A good reason';
let inviter = '';
let role = '';
let email = '';
beforeEach(async () => {
  inviter = await addStaff(db, ['roles.manage', 'users.manage', 'leads.read']);
  role = await addRole(db, ['leads.read']);
  email = `${randomUUID()}@example.com`;
});

const invite = 'select public.invite_staff($1, $2, $3, $4)';
const acting = (who = inviter) => actingAs(db.owner, who);
const invited = async () => text(await acting().value(invite, [` ${email.toUpperCase()} `, 'Priya', [role], why]));
const begin = async (id: string) => {
  const hash = await hashToken(createToken());
  return {
    hash,
    begun: begunSchema.parse(await db.value(`select public.system_begin_invitation('staff', $1, $2)`, [id, hash])),
  };
};
const look = async (hash: string) =>
  foundSchema.parse(await db.value('select public.system_look_at_invitation($1)', [hash]));
const accept = (hash: string, person: string) =>
  db.value(`select public.system_accept_invitation($1, $2, '2026-04-01')`, [hash, person]);
/** As the function makes it: confirmed, and marked with the token's hash. */
const makeAccount = async (hash: string) => {
  const person = await addPerson(db, { email });
  await db.rows(
    `update auth.users set email_confirmed_at = now(), raw_app_meta_data = jsonb_build_object('invitation', $2::text) where id = $1`,
    [person, hash],
  );
  return person;
};
const rolesOf = async (person: string) =>
  (await db.rows('select role_id, granted_by from public.staff_roles where user_id = $1', [person])).map(
    ({ role_id, granted_by }) => [role_id, granted_by],
  );

it('an invitation is mailed, makes staff with its roles, and is in the audit log', async () => {
  const id = await invited();
  expect(
    await db.value(
      `select count(*) from private.outbox where kind = 'staff.invite' and payload ->> 'invitation_id' = $1`,
      [id],
    ),
  ).toBe(1);
  const { hash, begun } = await begin(id);
  expect(begun).toMatchObject({ email, still_wanted: true, has_account: false, inviter_name: 'Asha Rao' });
  expect(await look(hash)).toMatchObject({ kind: 'staff', state: 'open', account: null });
  const person = await makeAccount(hash);
  expect(await accept(hash, person)).toMatchObject({ kind: 'staff' });
  await accept(hash, person);
  expect(await db.value('select kind from public.profiles where user_id = $1', [person])).toBe('staff');
  expect(await rolesOf(person)).toEqual([[role, inviter]]);
  expect(await look(hash)).toMatchObject({ state: 'used' });
  expect(await db.rows('select action, subject_id from public.audit_log order by id desc limit 2')).toEqual([
    { action: 'staff.joined', subject_id: person },
    { action: 'staff.invited', subject_id: id },
  ]);
  expect(await db.value('select count(*) from public.consents where user_id = $1', [person])).toBe(2);
  expect(await acting().refusal('select public.withdraw_staff_invitation($1, $2)', [id, why])).toMatchObject({
    message: 'invitation_used',
  });
});

describe('an invitation is refused', () => {
  it.each([
    ['invalid_email', ['nobody', 'Priya', null, why]],
    ['invalid_full_name', ['a@example.com', ' ', null, why]],
    ['roles_needed', ['a@example.com', 'Priya', [], why]],
    ['role_not_found', ['a@example.com', 'Priya', ['nothing'], why]],
    ['beyond_own_rights', ['a@example.com', 'Priya', ['support'], why]],
    ['reason_needed', ['a@example.com', 'Priya', null, '']],
  ])('with %s', async (code, [address, name, roles, reason]) => {
    expect(await acting().refusal(invite, [address, name, roles ?? [role], reason])).toMatchObject({ message: code });
  });

  it('for an address with an account, and taken for one that nobody confirmed', async () => {
    const learner = await addPerson(db, { email });
    await db.rows('update auth.users set email_confirmed_at = now() where id = $1', [learner]);
    expect(await acting().refusal(invite, [email, 'Priya', [role], why])).toMatchObject({ message: 'account_exists' });
    await db.rows(`update public.profiles set kind = 'institution' where user_id = $1`, [learner]);
    expect(await acting().refusal(invite, [email, 'Priya', [role], why])).toMatchObject({ message: 'account_exists' });
    await db.rows(`update public.profiles set kind = 'staff' where user_id = $1`, [learner]);
    expect(await acting().refusal(invite, [email, 'Priya', [role], why])).toMatchObject({ message: 'already_staff' });
    const other = `${randomUUID()}@example.com`;
    await addPerson(db, { email: other });
    expect(await acting().value(invite, [other, 'Priya', [role], why])).toEqual(expect.any(String));
    expect(await acting().refusal(invite, [other, 'Priya', [role], why])).toMatchObject({ message: 'invited_already' });
  });
});

describe('an open invitation', () => {
  it('is listed, sent again after a while, and withdrawn', async () => {
    const id = await invited();
    expect(await acting().value('select public.list_staff_invitations()')).toContainEqual(
      expect.objectContaining({ id, email, stands: true, roles: [{ id: role, name: role }] }),
    );
    const resend = 'select public.resend_staff_invitation($1, $2)';
    expect(await acting().refusal(resend, [id, why])).toMatchObject({ message: 'invited_recently' });
    await db.rows(`update public.staff_invitations set queued_at = now() - interval '6 minutes' where id = $1`, [id]);
    const first = await begin(id);
    await acting().value(resend, [id, why]);
    const second = await begin(id);
    expect(await db.value('select public.system_look_at_invitation($1)', [first.hash])).toBeNull();
    await acting().value('select public.withdraw_staff_invitation($1, $2)', [id, why]);
    expect(await look(second.hash)).toMatchObject({ state: 'withdrawn' });
    await expect(accept(second.hash, await makeAccount(second.hash))).rejects.toMatchObject({
      message: 'invitation_withdrawn',
    });
    expect(await acting().refusal(resend, [id, why])).toMatchObject({ message: 'invitation_not_found' });
  });

  it('opens nothing once its inviter could no longer give these roles, until somebody else stands for it', async () => {
    const id = await invited();
    const { hash } = await begin(id);
    await db.rows(`insert into public.role_permissions (role_id, permission_id) values ($1, 'payments.refund')`, [
      role,
    ]);
    expect(await look(hash)).toMatchObject({ state: 'withdrawn' });
    const person = await makeAccount(hash);
    await expect(accept(hash, person)).rejects.toMatchObject({ message: 'invitation_withdrawn' });
    expect(await rolesOf(person)).toEqual([]);
    await db.rows(`update public.staff_invitations set queued_at = now() - interval '6 minutes' where id = $1`, [id]);
    const resend = 'select public.resend_staff_invitation($1, $2)';
    expect(await acting().refusal(resend, [id, why])).toMatchObject({ message: 'beyond_own_rights' });
    const other = await addStaff(db, ['roles.manage', 'users.manage', 'leads.read', 'payments.refund']);
    await acting(other).value(resend, [id, why]);
    expect(await look(hash)).toMatchObject({ state: 'open' });
    // Somebody of them must be there when anybody of the staff is suspended.
    await addPerson(db, { roles: ['super-admin'] });
    await db.rows(`update public.profiles set status = 'suspended' where user_id = $1`, [other]);
    expect(await look(hash)).toMatchObject({ state: 'withdrawn' });
  });

  it('never makes an account of somebody else one of staff', async () => {
    const { hash } = await begin(await invited());
    const stranger = await addPerson(db);
    await expect(accept(hash, stranger)).rejects.toMatchObject({ message: 'invitation_for_other' });
    const learner = await addPerson(db, { email });
    await expect(accept(hash, learner)).rejects.toMatchObject({ message: 'account_exists' });
    expect(await db.value('select kind from public.profiles where user_id = $1', [learner])).toBe('learner');
  });

  it('is either accepted or withdrawn when both happen at once', async () => {
    const id = await invited();
    const { hash } = await begin(id);
    const person = await makeAccount(hash);
    const [one, two] = [await db.connect(), await db.connect()];
    const results = await Promise.allSettled([
      one.query(`select public.system_accept_invitation($1, $2, null)`, [hash, person]),
      asPerson(two, { userId: inviter }, (s) => s.value('select public.withdraw_staff_invitation($1, $2)', [id, why]), {
        keep: true,
      }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
