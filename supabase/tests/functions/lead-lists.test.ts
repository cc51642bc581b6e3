import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addPerson, addRole, addTrack } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { actingAs, addLead, statuses } from '../support/leads.ts';

const db = useDatabase();
const ids = { ravi: '', meera: '', tara: '', pearl: '', lotus: '', beacon: '', closed: '' };
const nobody = '00000000-0000-0000-0000-000000000000';
/** One minute before midnight in India. */
const evening = '2026-06-10T18:29:00Z';
/** Midnight: the day is the eleventh. */
const midnight = '2026-06-10T18:30:00Z';

const pageSchema = z.object({ total: z.number(), rows: z.array(z.looseObject({ institution_name: z.string() })) });
interface Question {
  search?: string;
  status?: string[];
  kind?: string;
  assignee?: string;
  overdue?: boolean;
  sort?: string;
  descending?: boolean;
  limit?: number;
  offset?: number;
}
const page = async (ask: Question = {}, now = evening) =>
  pageSchema.parse(
    await db.value('select private.find_leads($1, $2::public.lead_status[], $3, $4, $5, $6, $7, $8, $9, $10)', [
      ask.search ?? null,
      ask.status ?? null,
      ask.kind ?? null,
      ask.assignee ?? null,
      ask.overdue ?? null,
      ask.sort ?? null,
      ask.descending ?? null,
      ask.limit ?? 25,
      ask.offset ?? 0,
      now,
    ]),
  );
const names = async (ask: Question = {}, now = evening) =>
  (await page(ask, now)).rows.map((row) => row.institution_name);

beforeAll(async () => {
  const role = await addRole(db, ['leads.manage']);
  ids.ravi = await addPerson(db, { roles: [role], name: 'Ravi' });
  ids.meera = await addPerson(db, { roles: [role], name: 'meera' });
  ids.tara = await addLead(db, {
    reference: 'ENQ-TARA01',
    institution_name: 'Tara 100% School',
    kind: 'school',
    status: 'contacted',
    assigned_to: ids.ravi,
    estimated_value: 300,
    follow_up_date: '2026-06-10',
    expected_students: 50,
    created_at: '2026-01-01',
    last_enquiry_at: '2026-05-05',
  });
  ids.pearl = await addLead(db, {
    reference: 'ENQ-PEAR01',
    institution_name: 'Pearl_University',
    status: 'contacted',
    contact_name: 'Zubin Mehta',
    assigned_to: ids.meera,
    estimated_value: 100,
    follow_up_date: '2026-06-11',
    city: 'Pune',
    created_at: '2026-02-01',
    last_enquiry_at: '2026-02-01',
  });
  ids.lotus = await addLead(db, {
    reference: 'ENQ-XYZW01',
    institution_name: 'lotus University',
    contact_email: 'dean@lotus.example',
    contact_phone: '08011112222',
    created_at: '2026-03-01',
    last_enquiry_at: '2026-03-01',
  });
  ids.beacon = await addLead(db, {
    reference: 'ENQ-BEAC01',
    institution_name: 'Beacon Foundation',
    kind: 'organisation',
    created_at: '2026-04-01',
    last_enquiry_at: '2026-04-01',
  });
  ids.closed = await addLead(db, {
    reference: 'ENQ-C10SED',
    institution_name: 'Closed College',
    status: 'lost',
    follow_up_date: '2026-01-01',
    estimated_value: 900,
    created_at: '2025-01-01',
    last_enquiry_at: '2025-01-01',
  });
});

describe('the list of leads', () => {
  it('shows overdue ones first, then by follow-up, then the newest', async () => {
    expect(await names()).toEqual([
      'Tara 100% School',
      'Pearl_University',
      'Beacon Foundation',
      'lotus University',
      'Closed College',
    ]);
  });

  it('carries what board, table and file show', async () => {
    await db.rows(`insert into public.lead_notes (lead_id, body) values ($1, 'One'), ($1, 'Two')`, [ids.tara]);
    expect((await page({ search: 'ENQ-TARA01' }, midnight)).rows).toEqual([
      {
        id: ids.tara,
        reference: 'ENQ-TARA01',
        kind: 'school',
        status: 'contacted',
        institution_name: 'Tara 100% School',
        contact_name: 'Asha Rao',
        contact_email: expect.stringContaining('@sona.example'),
        contact_phone: '+919876543210',
        designation: null,
        website: null,
        address: null,
        city: null,
        state: null,
        expected_students: 50,
        track_ids: [],
        assigned_to: ids.ravi,
        assignee_name: 'Ravi',
        estimated_value: 300,
        follow_up_date: '2026-06-10',
        overdue: true,
        lost_reason: null,
        institution_id: null,
        enquiries: 1,
        last_enquiry_at: expect.any(String),
        created_at: expect.any(String),
        updated_at: expect.any(String),
        closed_at: null,
        notes: 2,
      },
    ]);
  });

  it.each([
    ['a part of the name', 'pearl', ['Pearl_University']],
    ['the contact', 'zubin', ['Pearl_University']],
    ['the e-mail', 'DEAN@lotus', ['lotus University']],
    ['the phone', '1111222', ['lotus University']],
    ['the city', 'pune', ['Pearl_University']],
    ['the reference, with spaces around', '  enq-beac01 ', ['Beacon Foundation']],
    ['a per cent sign as itself', '100%', ['Tara 100% School']],
    ['an underscore as itself', 'l_u', ['Pearl_University']],
    ['a backslash as itself', '\\', []],
    ['a quote as itself', `'; drop table leads; --`, []],
  ])('searches by %s', async (_, search, found) => {
    expect(await names({ search })).toEqual(found);
    expect(await page({ search })).toMatchObject({ total: found.length });
  });

  it('takes an empty search for none', async () => {
    expect(await page({ search: '  ' })).toMatchObject({ total: 5 });
  });

  it('filters by status, kind and assignee, together and alone', async () => {
    expect(await names({ status: ['new', 'lost'] })).toEqual([
      'Beacon Foundation',
      'lotus University',
      'Closed College',
    ]);
    expect(await names({ status: [] })).toHaveLength(5);
    expect(await names({ kind: 'organisation' })).toEqual(['Beacon Foundation']);
    expect(await names({ assignee: ids.meera })).toEqual(['Pearl_University']);
    expect(await names({ assignee: nobody, status: ['new'] })).toEqual(['Beacon Foundation', 'lotus University']);
    expect(await names({ assignee: ids.meera, kind: 'school' })).toEqual([]);
    expect(await names({ assignee: ids.ravi, kind: 'school', status: ['contacted'], search: 'tara' })).toHaveLength(1);
  });

  it('calls a lead overdue from midnight in India on, and a closed one never', async () => {
    expect(await names({ overdue: true }, evening)).toEqual([]);
    expect(await names({ overdue: true }, midnight)).toEqual(['Tara 100% School']);
    expect((await page({ search: 'closed' }, midnight)).rows[0]).toMatchObject({ overdue: false });
    expect(await names({ overdue: false }, midnight)).toEqual([
      'Pearl_University',
      'Beacon Foundation',
      'lotus University',
      'Closed College',
    ]);
  });

  const [tara, pearl, lotus, beacon, closed] = ['Tara', 'Pearl', 'lotus', 'Beacon', 'Closed'];
  it.each([
    ['institution', [beacon, closed, lotus, pearl, tara], [tara, pearl, lotus, closed, beacon]],
    ['reference', [beacon, closed, pearl, tara, lotus], [lotus, tara, pearl, closed, beacon]],
    ['created', [closed, tara, pearl, lotus, beacon], [beacon, lotus, pearl, tara, closed]],
    ['activity', [closed, pearl, lotus, beacon, tara], [tara, beacon, lotus, pearl, closed]],
    ['status', [beacon, lotus, tara, pearl, closed], [closed, tara, pearl, beacon, lotus]],
    ['follow_up', [tara, pearl, beacon, lotus, closed], [pearl, tara, beacon, lotus, closed]],
  ])('sorts by %s, up and down', async (sort, up, down) => {
    const first = async (descending: boolean) =>
      (await names({ sort, descending })).map((name) => /^[a-z]+/i.exec(name)?.[0]);
    expect(await first(false)).toEqual(up);
    expect(await first(true)).toEqual(down);
  });

  it.each([
    ['value', [pearl, tara, closed], [closed, tara, pearl]],
    ['students', [tara], [tara]],
    ['assignee', [pearl, tara], [tara, pearl]],
  ])('sorts by %s with the blanks last, up and down', async (sort, up, down) => {
    const first = async (descending: boolean) =>
      (await names({ sort, descending, limit: up.length })).map((name) => /^[a-z]+/i.exec(name)?.[0]);
    expect(await first(false)).toEqual(up);
    expect(await first(true)).toEqual(down);
  });

  it('sorts by contact and kind too, and by nothing else', async () => {
    expect((await names({ sort: 'contact', descending: true }))[0]).toBe('Pearl_University');
    expect((await names({ sort: 'kind' })).at(-1)).toBe('Beacon Foundation');
    await expect(page({ sort: 'l.id; drop table leads' })).rejects.toMatchObject({
      code: 'P0001',
      message: 'invalid_sort',
    });
  });

  it.each(['follow_up', 'created', 'kind', 'value', 'assignee'])(
    'turns its pages by %s without losing or repeating a lead',
    async (sort) => {
      const all = await names({ sort });
      const pages: string[] = [];
      for (const offset of [0, 2, 4]) pages.push(...(await names({ sort, limit: 2, offset })));
      expect(pages).toEqual(all);
      expect(await page({ sort, limit: 2, offset: 9 })).toEqual({ total: 5, rows: [] });
      expect(await page({ sort, limit: -1, offset: -1 })).toEqual({ total: 5, rows: [] });
    },
  );

  it('is asked by staff without a clock', async () => {
    const asked = actingAs(db.owner, ids.ravi);
    expect(
      await asked.value(`select public.list_leads('tara', '{contacted}', 'school', $1, true, 'value', true, 5, 0)`, [
        ids.ravi,
      ]),
    ).toMatchObject({ total: 1, rows: [{ id: ids.tara }] });
    expect(await asked.value('select public.list_leads()')).toMatchObject({ total: 5 });
    expect(await asked.refusal(`select public.list_leads(p_status => '{won}')`)).toMatchObject({ code: '22P02' });
  });
});

describe('the board', () => {
  const boardSchema = z.array(
    z.object({
      status: z.enum(statuses),
      count: z.number(),
      value: z.number(),
      overdue: z.number(),
      leads: z.array(z.looseObject({ institution_name: z.string() })),
    }),
  );
  const board = async (...values: unknown[]) =>
    boardSchema
      .parse(await db.value('select private.board_of_leads($1, $2, $3, $4, $5)', [...values, midnight]))
      .map(({ leads, ...column }) => ({ ...column, leads: leads.map((lead) => lead.institution_name) }));

  it('shows each status in order, with how many, what they are worth, and how many are overdue', async () => {
    expect(await board(null, null, null, 25)).toEqual([
      { status: 'new', count: 2, value: 0, overdue: 0, leads: ['Beacon Foundation', 'lotus University'] },
      { status: 'contacted', count: 2, value: 400, overdue: 1, leads: ['Tara 100% School', 'Pearl_University'] },
      { status: 'qualified', count: 0, value: 0, overdue: 0, leads: [] },
      { status: 'negotiation', count: 0, value: 0, overdue: 0, leads: [] },
      { status: 'converted', count: 0, value: 0, overdue: 0, leads: [] },
      { status: 'lost', count: 1, value: 900, overdue: 0, leads: ['Closed College'] },
    ]);
  });

  it('counts all and shows some', async () => {
    const [first, second] = await board(null, null, null, 1);
    expect(first).toMatchObject({ count: 2, leads: ['Beacon Foundation'] });
    expect(second).toMatchObject({ count: 2, value: 400, leads: ['Tara 100% School'] });
  });

  it('searches and filters, counts and sums with it', async () => {
    expect((await board('university', 'university', ids.meera, 25))[1]).toEqual({
      status: 'contacted',
      count: 1,
      value: 100,
      overdue: 0,
      leads: ['Pearl_University'],
    });
  });

  it('is asked by staff without a clock', async () => {
    expect(await actingAs(db.owner, ids.ravi).value('select public.lead_board(p_limit => 1)')).toHaveLength(6);
  });
});

describe('one lead', () => {
  it('is shown with its message, its tracks by name and its legal moves', async () => {
    const track = await addTrack(db, { name: 'AI' });
    const id = await addLead(db, { message: 'Hello', track_ids: [track, 'gone'], status: 'qualified' });
    expect(await actingAs(db.owner, ids.ravi).value('select public.get_lead($1)', [id])).toMatchObject({
      id,
      status: 'qualified',
      message: 'Hello',
      privacy_version: '2026-04-01',
      tracks: [{ id: track, name: 'AI' }],
      moves: ['negotiation', 'contacted', 'lost'],
      converted_to: null,
      overdue: false,
    });
    const converted = await addLead(db, { status: 'converted' });
    expect(await actingAs(db.owner, ids.ravi).value('select public.get_lead($1)', [converted])).toMatchObject({
      converted_to: 'Made',
      institution_id: expect.any(String),
      moves: [],
    });
  });

  it('that does not exist is said to be missing', async () => {
    expect(await actingAs(db.owner, ids.ravi).refusal('select public.get_lead($1)', [nobody])).toEqual({
      code: 'P0001',
      message: 'lead_not_found',
    });
  });
});
