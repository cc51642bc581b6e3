import { beforeAll, describe, expect, it } from 'vitest';
import { addInstitution, addPerson, addRole, addStaff, addTrack, insert, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { addSeats } from '../support/institutions.ts';
import { asPerson, type Person } from '../support/people.ts';

const db = useDatabase();
const service: Person = { role: 'service_role' };
const ids = { reader: '', keeper: '', auditor: '' };
let outsiders: string[] = [];
let institution = '';
let block = '';
let track = '';
let invitation = '';
let manager = '';

beforeAll(async () => {
  Object.assign(ids, {
    reader: await addStaff(db, ['institutions.read']),
    keeper: await addStaff(db, ['institutions.manage']),
    auditor: await addStaff(db, ['institutions.read', 'audit.read']),
  });
  manager = await addPerson(db, { kind: 'institution' });
  institution = await addInstitution(db, [manager]);
  track = await addTrack(db);
  block = await addSeats(db, institution, track);
  invitation = text(
    await insert(db, 'public.manager_invitations', { institution_id: institution, email: 'dean@sona.example' }, 'id'),
  );
  const everything = await addRole(db, ['institutions.read', 'institutions.manage', 'audit.read']);
  outsiders = [
    manager,
    await addPerson(db),
    await addStaff(db, ['users.read', 'users.manage', 'leads.manage', 'audit.read']),
    await addPerson(db, { roles: [everything], status: 'suspended' }),
  ];
});

const seats = () => JSON.stringify([{ track_id: track, seats: 5, price: 100, valid_until: '2999-01-01' }]);
const details = JSON.stringify({ kind: 'school', name: 'Lotus School' });
const person = JSON.stringify({ email: 'head@lotus.example', full_name: 'Head' });
const calls: [string, () => unknown[], (keyof typeof ids)[]][] = [
  ['public.list_institutions()', () => [], ['reader', 'auditor']],
  ['public.get_institution($1)', () => [institution], ['reader', 'auditor']],
  ['public.institution_history($1)', () => [institution], ['auditor']],
  [`public.add_institution($1, $2, $3, 'A reason')`, () => [details, seats(), person], ['keeper']],
  [`public.edit_institution($1, '{"name": "Sona"}', 'A reason')`, () => [institution], ['keeper']],
  [`public.add_seat_block($1, $2, 5, 100, '2999-01-01', 1, 'A reason')`, () => [institution, track], ['keeper']],
  [`public.change_seat_block($1, 5, 100, current_date + 30, 'A reason')`, () => [block], ['keeper']],
  [`public.suspend_institution($1, 'A reason')`, () => [institution], ['keeper']],
  [`public.restore_institution($1, 'A reason')`, () => [institution], ['keeper']],
  [`public.appoint_manager($1, 'new@sona.example', 'New', 'A reason')`, () => [institution], ['keeper']],
  [`public.withdraw_appointment($1, 'A reason')`, () => [invitation], ['keeper']],
  [`public.dismiss_manager($1, $2, 'A reason')`, () => [institution, manager], ['keeper']],
];

describe.each(calls)('%s', (call, values, allowed) => {
  const sql = `select ${call}`;

  it(`is for ${allowed.join(' and ')}`, async () => {
    for (const name of allowed) {
      expect(await asPerson(db.owner, { userId: ids[name] }, (session) => session.rows(sql, values()))).toHaveLength(1);
    }
  });

  it('is refused to everybody else, managers among them', async () => {
    const staff = Object.entries(ids).flatMap(([name, id]) => (allowed.some((each) => each === name) ? [] : [id]));
    for (const userId of [...staff, ...outsiders]) {
      expect(await asPerson(db.owner, { userId }, (session) => session.refusal(sql, values()))).toEqual({
        code: '42501',
        message: 'not_allowed',
      });
    }
  });

  it('is closed to visitors and to the server', async () => {
    for (const each of [{}, service]) {
      expect(await asPerson(db.owner, each, (session) => session.refusal(sql, values()))).toMatchObject({
        code: '42501',
        message: expect.stringContaining('permission denied'),
      });
    }
  });
});

it.each([
  `update public.institutions set name = 'x'`,
  'delete from public.institutions',
  `insert into public.institutions (kind, name) values ('school', 'x')`,
  'update public.institution_seats set seats = 1000',
  'delete from public.institution_managers',
  'delete from public.manager_invitations',
])('staff write no table by hand: %s', async (sql) => {
  for (const userId of Object.values(ids)) {
    expect(await asPerson(db.owner, { userId }, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
  }
});

it('names the lead it came from only to who may see leads', async () => {
  await db.rows(
    `insert into public.leads (reference, kind, status, institution_name, contact_name, contact_email, contact_phone, privacy_version, institution_id, closed_at)
     values ('ENQ-ABC123', 'school', 'converted', 'Sona', 'Asha', 'asha@sona.example', '+919876543210', '1', $1, now())`,
    [institution],
  );
  const lead = (userId: string) =>
    asPerson(db.owner, { userId }, (session) =>
      session.value(`select public.get_institution($1) -> 'lead'`, [institution]),
    );
  expect(await lead(ids.reader)).toBeNull();
  expect(await lead(await addStaff(db, ['institutions.read', 'leads.read']))).toMatchObject({
    reference: 'ENQ-ABC123',
  });
});
