import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addPerson, addRole, addStaff, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { actingAs, addLead, statuses } from '../support/leads.ts';

const db = useDatabase();
const ids = { ravi: '', meera: '', reader: '', gone: '' };
const as = (userId: string) => actingAs(db.owner, userId);
const ravi = () => as(ids.ravi);
const lead = async (id: string) => (await db.rows('select * from public.leads where id = $1', [id]))[0] ?? {};
const events = (id: string) =>
  db.rows('select kind, actor, details from public.lead_events where lead_id = $1 order by id', [id]);
const audited = (id: string) =>
  db.rows('select action, actor, details from public.audit_log where subject_id = $1 order by id', [id]);
const nothing = '3f0e2a52-5d4b-4d3a-9d0e-0c3d0a6d3a11';

beforeAll(async () => {
  const role = await addRole(db, ['leads.manage']);
  Object.assign(ids, {
    ravi: await addPerson(db, { roles: [role], name: 'Ravi' }),
    meera: await addPerson(db, { roles: [role], name: 'Meera' }),
    reader: await addStaff(db, ['leads.read']),
    gone: await addPerson(db, { roles: [role], status: 'suspended' }),
  });
});

describe('moving a lead', () => {
  const legal: Record<(typeof statuses)[number], string[]> = {
    new: ['contacted', 'lost'],
    contacted: ['qualified', 'lost'],
    qualified: ['negotiation', 'contacted', 'lost'],
    negotiation: ['qualified', 'lost'],
    converted: [],
    lost: ['contacted'],
  };
  const move = `select public.move_lead($1, $2, 'For a reason')`;

  const pairs = statuses.flatMap((from) => statuses.map((to) => ({ from, to, is: legal[from].includes(to) })));

  it.each(pairs.filter(({ is }) => is))('from $from to $to is legal and recorded', async ({ from, to }) => {
    const id = await addLead(db, { status: from });
    await ravi().value(move, [id, to]);
    expect(await lead(id)).toMatchObject({ status: to });
    expect(await events(id)).toEqual([
      { kind: 'moved', actor: ids.ravi, details: { from, to, reason: 'For a reason' } },
    ]);
  });

  it.each(pairs.filter(({ is }) => !is))('from $from to $to is refused and changes nothing', async ({ from, to }) => {
    const id = await addLead(db, { status: from });
    const before = await lead(id);
    expect(await ravi().refusal(move, [id, to])).toEqual({
      code: 'P0001',
      message: from === 'converted' ? 'already_converted' : 'illegal_move',
    });
    expect(await lead(id)).toEqual(before);
    expect(await events(id)).toEqual([]);
  });

  it.each(statuses)('from %s: get_lead offers what is legal', async (from) => {
    const id = await addLead(db, { status: from });
    expect(await ravi().value(`select public.get_lead($1) -> 'moves'`, [id])).toEqual(legal[from]);
  });

  it('to nowhere, to a state that there is not, and of no lead is refused', async () => {
    const id = await addLead(db);
    expect(await ravi().refusal('select public.move_lead($1, null)', [id])).toMatchObject({ message: 'illegal_move' });
    expect(await ravi().refusal(`select public.move_lead($1, 'won')`, [id])).toMatchObject({ code: '22P02' });
    expect(await ravi().refusal(move, [nothing, 'contacted'])).toEqual({ code: 'P0001', message: 'lead_not_found' });
  });

  it.each([null, '', '   ', 'x'.repeat(501)])('to lost needs a reason that can be kept, not %.5j', async (reason) => {
    const id = await addLead(db);
    expect(await ravi().refusal('select public.move_lead($1, $2, $3)', [id, 'lost', reason])).toEqual({
      code: 'P0001',
      message: 'reason_needed',
    });
    expect(await lead(id)).toMatchObject({ status: 'new', lost_reason: null });
  });

  it('to lost closes it and back opens it; both are in the audit log', async () => {
    const id = await addLead(db, { follow_up_date: '2020-01-01' });
    await ravi().value('select public.move_lead($1, $2, $3)', [id, 'lost', ' Too dear ']);
    expect(await lead(id)).toMatchObject({ lost_reason: 'Too dear', closed_at: expect.any(Date), due_on: null });
    await as(ids.meera).value('select public.move_lead($1, $2)', [id, 'contacted']);
    expect(await lead(id)).toMatchObject({ lost_reason: null, closed_at: null, due_on: expect.any(Date) });
    const { reference } = await lead(id);
    expect(await audited(id)).toEqual([
      { action: 'lead.lost', actor: ids.ravi, details: { reference, from: 'new', to: 'lost' } },
      { action: 'lead.reopened', actor: ids.meera, details: { reference, from: 'lost', to: 'contacted' } },
    ]);
    expect((await events(id)).map(({ details }) => details)).toEqual([
      { from: 'new', to: 'lost', reason: 'Too dear' },
      { from: 'lost', to: 'contacted' },
    ]);
  });

  it('by two people at once happens once', async () => {
    const id = await addLead(db);
    const [one, two] = [await db.connect(), await db.connect()];
    const outcomes = await Promise.allSettled(
      [actingAs(one, ids.ravi), actingAs(two, ids.meera)].map((person) => person.value(move, [id, 'contacted'])),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { message: 'illegal_move' } });
    expect(await events(id)).toHaveLength(1);
  });
});

describe('giving a lead to somebody', () => {
  const assign = 'select public.assign_lead($1, $2)';

  it('is recorded with names, told to them, and audited; taking it back too', async () => {
    const id = await addLead(db);
    const { reference } = await lead(id);
    await ravi().value(assign, [id, ids.meera]);
    expect(await lead(id)).toMatchObject({ assigned_to: ids.meera });
    expect(
      await db.rows('select kind, params, link from public.notifications where user_id = $1', [ids.meera]),
    ).toEqual([
      {
        kind: 'lead_assigned',
        params: { lead_id: id, reference, institution_name: 'Sona University' },
        link: `/admin/leads/${id}`,
      },
    ]);
    await ravi().value('select public.assign_lead($1)', [id]);
    expect(await lead(id)).toMatchObject({ assigned_to: null });
    expect((await events(id)).map(({ kind, details }) => [kind, details])).toEqual([
      ['assigned', { from: null, from_name: null, to: ids.meera, to_name: 'Meera' }],
      ['assigned', { from: ids.meera, from_name: 'Meera', to: null, to_name: null }],
    ]);
    expect(await audited(id)).toEqual([
      { action: 'lead.assigned', actor: ids.ravi, details: { reference, from: null, to: ids.meera } },
      { action: 'lead.assigned', actor: ids.ravi, details: { reference, from: ids.meera, to: null } },
    ]);
  });

  it('twice is once, and taking it oneself needs no notice', async () => {
    const id = await addLead(db);
    await ravi().value(assign, [id, ids.ravi]);
    await ravi().value(assign, [id, ids.ravi]);
    expect(await events(id)).toHaveLength(1);
    expect(await db.value('select count(*) from public.notifications where user_id = $1', [ids.ravi])).toBe(0);
  });

  it('works with those who may work on leads, and are active', async () => {
    const id = await addLead(db);
    for (const somebody of [ids.reader, ids.gone, await addPerson(db), nothing]) {
      expect(await ravi().refusal(assign, [id, somebody])).toEqual({ code: 'P0001', message: 'assignee_not_found' });
    }
    expect(await ravi().refusal(assign, [nothing, ids.meera])).toMatchObject({ message: 'lead_not_found' });
    const offered = await db.rows('select user_id, full_name from private.lead_staff() order by full_name');
    expect(offered).toEqual([
      { user_id: ids.meera, full_name: 'Meera' },
      { user_id: ids.ravi, full_name: 'Ravi' },
    ]);
  });
});

describe('editing a lead', () => {
  const edit = 'select public.edit_lead($1, $2)';
  const change = (id: string, changes: unknown) => ravi().value(edit, [id, JSON.stringify(changes)]);

  it('keeps the new values as they should be, and records what was before', async () => {
    const track = text(
      (await db.rows(`insert into public.tracks (id, name, price) values ('ai', 'AI', 1) returning id`))[0]?.id,
    );
    const id = await addLead(db, { city: 'Pune' });
    const { contact_email } = await lead(id);
    await change(id, {
      contact_email: ' NEW@Sona.example ',
      contact_phone: '080 2345-6789',
      website: 'sona.example',
      city: null,
      designation: '  ',
      estimated_value: 25_000_000,
      follow_up_date: '2026-12-24',
      expected_students: '300',
      track_ids: [track],
      kind: 'university',
    });
    expect(await lead(id)).toMatchObject({
      contact_email: 'new@sona.example',
      contact_phone: '08023456789',
      website: 'https://sona.example',
      city: null,
      estimated_value: 25_000_000,
      expected_students: 300,
      track_ids: [track],
    });
    expect(await db.value(`select follow_up_date::text from public.leads where id = $1`, [id])).toBe('2026-12-24');
    expect(await events(id)).toEqual([
      {
        kind: 'edited',
        actor: ids.ravi,
        details: {
          changes: {
            contact_email: { from: contact_email, to: 'new@sona.example' },
            contact_phone: { from: '+919876543210', to: '08023456789' },
            website: { from: null, to: 'https://sona.example' },
            city: { from: 'Pune', to: null },
            estimated_value: { from: null, to: 25_000_000 },
            follow_up_date: { from: null, to: '2026-12-24' },
            expected_students: { from: null, to: 300 },
            track_ids: { from: [], to: [track] },
          },
        },
      },
    ]);
    await change(id, { estimated_value: null, follow_up_date: null, track_ids: null });
    expect(await lead(id)).toMatchObject({ estimated_value: null, follow_up_date: null, track_ids: [] });
  });

  it('to what it is already is no change', async () => {
    const id = await addLead(db, { estimated_value: 100 });
    await change(id, { estimated_value: 100, institution_name: ' Sona University ', city: '' });
    await change(id, {});
    expect(await events(id)).toEqual([]);
  });

  it.each([
    ['kind', 'club'],
    ['kind', null],
    ['institution_name', ''],
    ['institution_name', 'x'.repeat(201)],
    ['contact_name', 'A'],
    ['contact_email', 'a@b'],
    ['contact_email', null],
    ['contact_phone', 'call me'],
    ['designation', 'a\nb'],
    ['website', 'ftp://sona.example'],
    ['address', 'x'.repeat(401)],
    ['city', 'x'.repeat(121)],
    ['state', '2'],
    ['expected_students', -1],
    ['expected_students', 'many'],
    ['track_ids', ['no-such-track']],
    ['track_ids', [1]],
    ['track_ids', 'ai'],
    ['estimated_value', -1],
    ['estimated_value', 10_000_000_000_001],
    ['estimated_value', 1.5],
    ['follow_up_date', '2026-02-30'],
    ['follow_up_date', '24/12/2026'],
    ['follow_up_date', 'tomorrow'],
    ['follow_up_date', '1999-01-01'],
  ])('with a bad %s (%j) changes nothing, not even the good ones', async (field, value) => {
    const id = await addLead(db);
    const changes = JSON.stringify({ designation: 'Dean', [field]: value });
    expect(await ravi().refusal(edit, [id, changes])).toEqual({ code: 'P0001', message: `invalid_${field}` });
    expect(await lead(id)).toMatchObject({ designation: null });
    expect(await events(id)).toEqual([]);
  });

  it.each([
    'status',
    'institution_id',
    'reference',
    'assigned_to',
    'enquiries',
    'message',
    'privacy_version',
    `x'; drop`,
  ])('does not reach %s', async (field) => {
    const id = await addLead(db);
    expect(await ravi().refusal(edit, [id, JSON.stringify({ [field]: 'x' })])).toEqual({
      code: 'P0001',
      message: 'unknown_field',
    });
  });

  it('takes an object', async () => {
    const id = await addLead(db);
    for (const changes of ['[]', 'null', '"city"', null]) {
      expect(await ravi().refusal(edit, [id, changes])).toMatchObject({ message: 'invalid_changes' });
    }
    expect(await ravi().refusal(edit, [nothing, '{}'])).toMatchObject({ message: 'lead_not_found' });
  });
});

describe('a converted lead', () => {
  it('is neither edited nor given to anybody, and still takes notes', async () => {
    const id = await addLead(db, { status: 'converted' });
    for (const [sql, value] of [
      ['select public.edit_lead($1, $2)', '{"city": "Pune"}'],
      ['select public.assign_lead($1, $2)', ids.meera],
    ]) {
      expect(await ravi().refusal(sql ?? '', [id, value])).toEqual({ code: 'P0001', message: 'already_converted' });
    }
    expect(await ravi().value('select public.add_lead_note($1, $2)', [id, 'Done'])).toEqual(expect.any(String));
  });
});

describe('notes and history', () => {
  it('a note is kept with its writer, and is part of the history', async () => {
    const id = await addLead(db);
    const note = await ravi().value('select public.add_lead_note($1, $2)', [id, '  Called.\nWill call again. \n']);
    expect(await db.rows('select id, author, body from public.lead_notes where lead_id = $1', [id])).toEqual([
      { id: note, author: ids.ravi, body: 'Called.\nWill call again.' },
    ]);
    expect(await ravi().value('select public.lead_history($1)', [id])).toEqual({
      total: 1,
      rows: [
        {
          id: expect.any(Number),
          kind: 'noted',
          actor: ids.ravi,
          actor_name: 'Ravi',
          details: {},
          at: expect.any(String),
          note: 'Called.\nWill call again.',
        },
      ],
    });
  });

  it.each(['', ' \n ', null, 'x'.repeat(5001)])('a note of %.5j is refused', async (body) => {
    const id = await addLead(db);
    expect(await ravi().refusal('select public.add_lead_note($1, $2)', [id, body])).toEqual({
      code: 'P0001',
      message: 'invalid_body',
    });
    expect(await events(id)).toEqual([]);
  });

  it('is read newest first, page by page, or notes alone', async () => {
    const id = await addLead(db);
    await ravi().value('select public.add_lead_note($1, $2)', [id, 'First']);
    await ravi().value('select public.move_lead($1, $2)', [id, 'contacted']);
    await as(ids.meera).value('select public.add_lead_note($1, $2)', [id, 'Second']);
    const history = async (...more: unknown[]) =>
      z
        .object({ total: z.number(), rows: z.array(z.looseObject({ id: z.number(), kind: z.string() })) })
        .parse(await ravi().value('select public.lead_history($1, $2, $3, $4)', [id, ...more]));
    const first = await history(false, null, 2);
    expect(first).toMatchObject({
      total: 3,
      rows: [
        { kind: 'noted', note: 'Second', actor_name: 'Meera' },
        { kind: 'moved', note: null, actor_name: 'Ravi' },
      ],
    });
    expect(await history(false, first.rows[1]?.id, 2)).toMatchObject({ total: 3, rows: [{ note: 'First' }] });
    expect(await history(true, null, 50)).toMatchObject({ total: 2, rows: [{ note: 'Second' }, { note: 'First' }] });
    expect(await ravi().value('select public.lead_history($1)', [nothing])).toEqual({ total: 0, rows: [] });
  });
});
