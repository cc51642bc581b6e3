import { beforeAll, describe, expect, it } from 'vitest';
import { addInstitution, addPerson, addRole, addStaff, addTrack } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { addLead, enquiryOf } from '../support/leads.ts';
import { asPerson, type Person } from '../support/people.ts';

const db = useDatabase();
const service: Person = { role: 'service_role' };
const ids = { reader: '', worker: '', converter: '', founder: '', otherStaff: '', learner: '', manager: '', gone: '' };
let leadId = '';
let trackId = '';

const outsiders = () => [ids.otherStaff, ids.learner, ids.manager, ids.gone, ids.founder];

beforeAll(async () => {
  Object.assign(ids, {
    reader: await addStaff(db, ['leads.read']),
    worker: await addStaff(db, ['leads.manage']),
    converter: await addStaff(db, ['leads.manage', 'institutions.manage']),
    founder: await addStaff(db, ['institutions.manage']),
    otherStaff: await addStaff(db, ['users.read', 'institutions.read', 'audit.read']),
    learner: await addPerson(db),
    manager: await addPerson(db, { kind: 'institution' }),
    gone: await addPerson(db, {
      roles: [await addRole(db, ['leads.read', 'leads.manage', 'institutions.manage'])],
      status: 'suspended',
    }),
  });
  const institution = await addInstitution(db, [ids.manager]);
  trackId = await addTrack(db);
  leadId = await addLead(db, { status: 'qualified' });
  // The manager's own institution came of a lead: that opens nothing either.
  await addLead(db, { status: 'converted', institution_id: institution });
  await db.rows(`insert into public.lead_notes (lead_id, body) select id, 'Note' from public.leads`);
  await db.rows(`insert into public.lead_events (lead_id, kind) select id, 'enquired' from public.leads`);
});

const columns = {
  leads:
    'id, reference, kind, status, institution_name, contact_name, contact_email, contact_phone, designation, website, address, city, state, expected_students, track_ids, message, assigned_to, estimated_value, follow_up_date, due_on, lost_reason, institution_id, enquiries, last_enquiry_at, privacy_version, created_at, updated_at, closed_at',
  lead_notes: 'id, lead_id, author, body, created_at',
  lead_events: 'id, lead_id, actor, kind, details, note_id, at',
};

describe.each(Object.entries(columns))('%s', (table, list) => {
  const seen = (person: Person) =>
    asPerson(db.owner, person, async (session) => (await session.rows(`select ${list} from public.${table}`)).length);

  it('is read by staff with leads.read or leads.manage, and by nobody else', async () => {
    for (const userId of [ids.reader, ids.worker]) expect(await seen({ userId })).toBe(2);
    expect(await seen(service)).toBe(2);
    for (const userId of outsiders()) expect(await seen({ userId })).toBe(0);
  });

  it('is closed to visitors', async () => {
    expect(await asPerson(db.owner, {}, (session) => session.refusal(`select id from public.${table}`))).toMatchObject({
      code: '42501',
    });
  });

  it('is written by nobody directly, not even by the server', async () => {
    for (const person of [{}, { userId: ids.worker }, { userId: ids.converter }, service]) {
      for (const sql of [
        `insert into public.${table} default values`,
        `update public.${table} set ${table === 'leads' ? 'status' : 'lead_id'} = default`,
        `delete from public.${table}`,
        `truncate public.${table} cascade`,
      ]) {
        expect(await asPerson(db.owner, person, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
      }
    }
  });
});

it.each(['search_text', 'last_enquiry_key'])('leads.%s is not shown to people', async (column) => {
  const sql = `select ${column} from public.leads`;
  expect(await asPerson(db.owner, { userId: ids.worker }, (session) => session.refusal(sql))).toMatchObject({
    code: '42501',
  });
  expect(await asPerson(db.owner, service, (session) => session.rows(sql))).toHaveLength(2);
});

/** Functions for people, and who of staff may call each beside those who may not. */
const seats = () => JSON.stringify([{ track_id: trackId, seats: 5, price: 100, valid_until: '2999-01-01' }]);
const manager = JSON.stringify({ email: 'head@sona.example', full_name: 'Head' });
const calls: [string, () => unknown[], (keyof typeof ids)[]][] = [
  ['public.list_leads()', () => [], ['reader', 'worker']],
  ['public.lead_board()', () => [], ['reader', 'worker']],
  ['public.get_lead($1)', () => [leadId], ['reader', 'worker']],
  ['public.lead_history($1)', () => [leadId], ['reader', 'worker']],
  ['public.lead_assignees()', () => [], ['reader', 'worker']],
  [`public.move_lead($1, 'negotiation')`, () => [leadId], ['worker']],
  ['public.assign_lead($1, $2)', () => [leadId, ids.worker], ['worker']],
  [`public.edit_lead($1, '{"city": "Pune"}')`, () => [leadId], ['worker']],
  [`public.add_lead_note($1, 'Note')`, () => [leadId], ['worker']],
  [`public.convert_lead($1, '{}', $2, $3)`, () => [leadId, seats(), manager], ['converter']],
];

describe.each(calls)('%s', (call, values, allowed) => {
  const sql = `select ${call}`;

  it(`is for ${allowed.join(' and ')}`, async () => {
    for (const name of allowed) {
      expect(
        await asPerson(db.owner, { userId: ids[name] }, (session) => session.rows(sql, values())),
      ).not.toHaveLength(0);
    }
  });

  it('is refused to the rest, who learn nothing of whether the lead exists', async () => {
    const staff = allowed.includes('reader') ? [] : [ids.reader, ...(allowed.includes('worker') ? [] : [ids.worker])];
    for (const userId of [...staff, ...outsiders()]) {
      expect(await asPerson(db.owner, { userId }, (session) => session.refusal(sql, values()))).toEqual({
        code: '42501',
        message: 'not_allowed',
      });
    }
  });

  it('is closed to visitors and to the server', async () => {
    for (const person of [{}, service]) {
      expect(await asPerson(db.owner, person, (session) => session.refusal(sql, values()))).toMatchObject({
        code: '42501',
        message: expect.stringContaining('permission denied'),
      });
    }
  });
});

describe('what only the server may do', () => {
  const sql = 'select public.system_submit_enquiry($1, $2)';
  const values = [JSON.stringify(enquiryOf()), 'address'];

  it('system_submit_enquiry is closed to visitors and to staff', async () => {
    expect(await asPerson(db.owner, service, (session) => session.value(sql, values))).toMatchObject({ joined: false });
    for (const person of [{}, { userId: ids.converter }, { userId: ids.learner }]) {
      expect(await asPerson(db.owner, person, (session) => session.refusal(sql, values))).toMatchObject({
        code: '42501',
      });
    }
  });

  it.each([
    `private.find_leads(null, null, null, null, null, null, null, 1, 0, now())`,
    `private.board_of_leads(null, null, null, 1, now())`,
    `private.submit_enquiry('{}', 'x', now())`,
    `private.enquiry_mail(gen_random_uuid(), null)`,
    `private.lock_lead(gen_random_uuid())`,
    `private.lead_staff()`,
  ])('%s is out of reach of people', async (call) => {
    expect(
      await asPerson(db.owner, { userId: ids.converter }, (session) => session.refusal(`select ${call}`)),
    ).toMatchObject({ code: '42501' });
  });
});

it('a right that is taken away ends at the next call', async () => {
  const role = await addRole(db, ['leads.manage']);
  const userId = await addPerson(db, { roles: [role] });
  const note = `select public.add_lead_note($1, 'Note')`;
  const list = 'select id from public.leads';
  await asPerson(db.owner, { userId }, async (session) => {
    expect(await session.value(note, [leadId])).toEqual(expect.any(String));
    expect(await session.rows(list)).toHaveLength(2);
    await session.rows('reset role');
    await session.rows('delete from public.staff_roles where user_id = $1', [userId]);
    await session.rows('set local role authenticated');
    expect(await session.refusal(note, [leadId])).toEqual({ code: '42501', message: 'not_allowed' });
    expect(await session.rows(list)).toHaveLength(0);
  });
});
