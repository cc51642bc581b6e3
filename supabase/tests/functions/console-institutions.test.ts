import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addInstitution, addPerson, addStaff, addTrack, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { addSeats, addStudent, placeStudents, studentRow } from '../support/institutions.ts';
import { actingAs } from '../support/leads.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
let keeper = '';
let reader = '';
let institution = '';
let track = '';
const keep = () => actingAs(db.owner, keeper);
const audited = async (id: string) =>
  db.rows(`select action, details from public.audit_log where subject_id = $1 and details ? 'reason' order by id`, [
    id,
  ]);
const row = async (id: string) => (await db.rows('select * from public.institutions where id = $1', [id]))[0] ?? {};

beforeAll(async () => {
  keeper = await addStaff(db, ['institutions.manage']);
  reader = await addStaff(db, ['institutions.read']);
  track = await addTrack(db);
});
beforeEach(async () => {
  institution = await addInstitution(db);
});

describe('details', () => {
  const edit = 'select public.edit_institution($1, $2, $3)';
  const change = (changes: unknown) => keep().value(edit, [institution, JSON.stringify(changes), 'They wrote']);
  const refusal = async (changes: unknown) =>
    (await keep().refusal(edit, [institution, JSON.stringify(changes), 'They wrote'])).message;

  it('are changed as they are meant, and only what changed is in the log', async () => {
    await change({
      name: ' Sona University ',
      contact_email: 'Dean@Sona.example',
      state: '27',
      gstin: '27aapfu0939f1zv',
    });
    expect(await row(institution)).toMatchObject({
      name: 'Sona University',
      contact_email: 'dean@sona.example',
      state: '27',
      gstin: '27AAPFU0939F1ZV',
    });
    await change({ name: 'Sona University' });
    await change({ gstin: null, contact_phone: '' });
    expect(await row(institution)).toMatchObject({ gstin: null, contact_phone: null });
    expect(await audited(institution)).toMatchObject([
      {
        action: 'institution.edited',
        details: { reason: 'They wrote', after: { name: 'Sona University', state: '27' } },
      },
      {
        action: 'institution.edited',
        details: { before: { gstin: '27AAPFU0939F1ZV' }, after: { gstin: null } },
      },
    ]);
  });

  it.each([
    [{ name: ' ' }, 'invalid_name'],
    [{ name: null }, 'invalid_name'],
    [{ name: 7 }, 'invalid_name'],
    [{ kind: 'club' }, 'invalid_kind'],
    [{ contact_email: 'nobody' }, 'invalid_contact_email'],
    [{ contact_phone: 'call me' }, 'invalid_contact_phone'],
    [{ state: 'MH' }, 'invalid_state'],
    [{ gstin: '27AAPFU0939F1ZV' }, 'invalid_gstin'],
    [{ state: '29', gstin: '27AAPFU0939F1ZV' }, 'invalid_gstin'],
    [{ status: 'suspended' }, 'unknown_field'],
    [['name'], 'invalid_changes'],
  ])('%j is not kept', async (changes, code) => {
    expect(await refusal(changes)).toBe(code);
  });

  it('of one that is not there, or without a reason, are not changed', async () => {
    expect(await keep().refusal(edit, [randomUUID(), '{}', 'A reason'])).toMatchObject({
      message: 'institution_not_found',
    });
    expect(await keep().refusal(edit, [institution, '{}', ''])).toMatchObject({ message: 'reason_needed' });
  });
});

describe('seats', () => {
  const add = 'select public.add_seat_block($1, $2, $3, $4, $5, $6, $7)';
  const change = 'select public.change_seat_block($1, $2, $3, $4, $5)';
  const block = async (id: string) =>
    (await db.rows('select seats, price, valid_until::text from public.institution_seats where id = $1', [id]))[0];

  it('are added once, however often the button is pressed', async () => {
    await keep().value(add, [institution, track, 40, 250000, '2999-03-31', 0, 'New contract']);
    expect(await keep().refusal(add, [institution, track, 40, 250000, '2999-03-31', 0, 'New contract'])).toMatchObject({
      message: 'changed_meanwhile',
    });
    expect(
      await db.value('select count(*) from public.institution_seats where institution_id = $1', [institution]),
    ).toBe(1);
    expect(await audited(institution)).toMatchObject([
      { action: 'institution.seats_added', details: { after: { seats: 40, price: 250000, track } } },
    ]);
  });

  it.each([
    [['no-track', 40, 1, '2999-03-31'], 'track_not_found'],
    [[null, 0, 1, '2999-03-31'], 'invalid_seats'],
    [[null, 40, -1, '2999-03-31'], 'invalid_price'],
    [[null, 40, 1, '2020-03-31'], 'invalid_valid_until'],
  ])('%j are not added', async ([trackId, ...values], code) => {
    expect(await keep().refusal(add, [institution, trackId ?? track, ...values, 0, 'A reason'])).toMatchObject({
      message: code,
    });
  });

  it('are changed, but not below those in use', async () => {
    const id = await addSeats(db, institution, track, 5);
    await addStudent(db, institution, track, 'a@sona.example');
    await addStudent(db, institution, track, 'b@sona.example');
    expect(await keep().refusal(change, [id, 1, 100, '2031-01-01', 'Fewer'])).toMatchObject({
      message: 'seats_in_use',
    });
    await keep().value(change, [id, 2, 100, '2031-01-01', 'Fewer']);
    await keep().value(change, [id, 2, 100, '2031-01-01', 'Fewer']);
    expect(await block(id)).toEqual({ seats: 2, price: 100, valid_until: '2031-01-01' });
    expect(await audited(institution)).toMatchObject([
      {
        action: 'institution.seats_changed',
        details: {
          reason: 'Fewer',
          before: { seats: 5, price: 250000, valid_until: '2999-12-31' },
          after: { seats: 2, price: 100, valid_until: '2031-01-01' },
        },
      },
    ]);
  });

  it.each([
    [[0, 100, '2031-01-01'], 'invalid_seats'],
    [[5, -1, '2031-01-01'], 'invalid_price'],
    [[5, 100, '2020-01-01'], 'invalid_valid_until'],
    [[5, 100, null], 'invalid_valid_until'],
  ])('cannot become %j', async (values, code) => {
    const id = await addSeats(db, institution, track, 5);
    expect(await keep().refusal(change, [id, ...values, 'A reason'])).toMatchObject({ message: code });
    expect(await keep().refusal(change, [randomUUID(), ...values, 'A reason'])).toMatchObject({
      message: 'block_not_found',
    });
  });

  it('that are given while their number falls are counted: one of the two waits', async () => {
    const id = await addSeats(db, institution, track, 2);
    const [giving, falling] = [await db.connect(), await db.connect()];
    await giving.query('begin');
    await placeStudents(giving, institution, [
      studentRow(2, track, 'x@sona.example'),
      studentRow(3, track, 'y@sona.example'),
    ]);
    const outcome = actingAs(falling, keeper)
      .value(change, [id, 1, 100, '2031-01-01', 'Fewer'])
      .catch((error: unknown) => error);
    await giving.query('commit');
    expect(await outcome).toMatchObject({ message: 'seats_in_use' });
  });
});

describe('suspending', () => {
  it('shuts the managers out at the next request, and restoring lets them in', async () => {
    const manager = await addPerson(db, { kind: 'institution' });
    institution = await addInstitution(db, [manager]);
    const seen = () =>
      asPerson(db.owner, { userId: manager }, async (session) => [
        (await session.rows('select id from public.institutions')).length,
        await session.value(`select jsonb_array_length(public.my_access() -> 'institutions')`),
      ]);
    expect(await seen()).toEqual([1, 1]);
    await keep().value(`select public.suspend_institution($1, 'Did not pay')`, [institution]);
    await keep().value(`select public.suspend_institution($1, 'Did not pay')`, [institution]);
    expect(await seen()).toEqual([0, 0]);
    expect(
      await asPerson(db.owner, { userId: manager }, (session) =>
        session.refusal('select public.institution_overview($1)', [institution]),
      ),
    ).toMatchObject({ code: '42501' });
    await keep().value(`select public.restore_institution($1, 'Has paid')`, [institution]);
    expect(await seen()).toEqual([1, 1]);
    expect(await audited(institution)).toMatchObject([
      { action: 'institution.suspended', details: { reason: 'Did not pay', after: { status: 'suspended' } } },
      { action: 'institution.restored', details: { reason: 'Has paid', after: { status: 'active' } } },
    ]);
  });
});

describe('managers', () => {
  const appoint = 'select public.appoint_manager($1, $2, $3, $4)';

  it('are invited, and the invitation can be taken back until it is accepted', async () => {
    const id = text(await keep().value(appoint, [institution, 'Dean@Sona.example', 'Meera Iyer', 'They asked']));
    expect(
      await db.value(
        `select count(*) from private.outbox where kind = 'manager.invite' and payload ->> 'invitation_id' = $1`,
        [id],
      ),
    ).toBe(1);
    expect(await keep().refusal(appoint, [institution, 'dean@sona.example', 'Meera Iyer', 'Again'])).toMatchObject({
      message: 'invited_recently',
    });
    for (let times = 0; times < 2; times += 1) {
      await keep().value(`select public.withdraw_appointment($1, 'Wrong person')`, [id]);
    }
    expect(await audited(institution)).toMatchObject([
      { action: 'institution.manager_invited', details: { reason: 'They asked', after: { manager: 'Meera Iyer' } } },
      { action: 'institution.manager_invitation_withdrawn', details: { reason: 'Wrong person' } },
    ]);
    await db.rows('update public.manager_invitations set withdrawn_at = null, accepted_at = now() where id = $1', [id]);
    expect(await keep().refusal(`select public.withdraw_appointment($1, 'Too late')`, [id])).toMatchObject({
      message: 'invitation_used',
    });
  });

  it('are not invited to a suspended institution', async () => {
    await keep().value(`select public.suspend_institution($1, 'Did not pay')`, [institution]);
    expect(await keep().refusal(appoint, [institution, 'dean@sona.example', 'Meera', 'They asked'])).toMatchObject({
      message: 'institution_suspended',
    });
  });

  it('are removed by staff, also the last one', async () => {
    const manager = await addPerson(db, { kind: 'institution', name: 'Meera Iyer' });
    institution = await addInstitution(db, [manager]);
    for (let times = 0; times < 2; times += 1) {
      await keep().value(`select public.dismiss_manager($1, $2, 'Has left')`, [institution, manager]);
    }
    expect(
      await db.value('select count(*) from public.institution_managers where institution_id = $1', [institution]),
    ).toBe(0);
    expect(await audited(institution)).toMatchObject([
      { action: 'institution.manager_removed', details: { reason: 'Has left', before: { manager: 'Meera Iyer' } } },
    ]);
  });
});

describe('without a lead', () => {
  const add = 'select public.add_institution($1, $2, $3, $4)';
  const values = (name: string, reason: string | null = 'Signed at the fair') => [
    JSON.stringify({ kind: 'school', name }),
    JSON.stringify([{ track_id: track, seats: 5, price: 100, valid_until: '2999-01-01' }]),
    JSON.stringify({ email: `${randomUUID()}@lotus.example`, full_name: 'Head' }),
    reason,
  ];

  it('one is made with its seats, once, and the reason is kept', async () => {
    const id = text(await keep().value(add, values('Lotus School')));
    expect(await keep().refusal(add, values(' lotus school'))).toMatchObject({ message: 'created_just_now' });
    expect(await row(id)).toMatchObject({ name: 'Lotus School', kind: 'school' });
    expect(await audited(id)).toMatchObject([
      { action: 'institution.added', details: { reason: 'Signed at the fair' } },
    ]);
  });

  it('none is made by halves', async () => {
    expect(await keep().refusal(add, values('Half School', ' '))).toMatchObject({ message: 'reason_needed' });
    expect(await keep().refusal(add, [values('Half School')[0], '[]', '{}', 'A reason'])).toMatchObject({
      message: 'invalid_seats',
    });
    expect(await db.value(`select count(*) from public.institutions where name = 'Half School'`)).toBe(0);
  });
});

describe('the list', () => {
  const page = z.object({
    rows: z.array(z.looseObject({ id: z.string(), name: z.string() })),
    next: z.looseObject({ id: z.string() }).nullable(),
    previous: z.looseObject({ id: z.string() }).nullable(),
    total: z.number(),
  });
  const list = async (args: string) =>
    page.parse(await actingAs(db.owner, reader).value(`select public.list_institutions(${args})`));
  const names = async (args: string) => (await list(args)).rows.map(({ name }) => name);

  beforeAll(async () => {
    const named = async (name: string, columns = '') => {
      const id = await addInstitution(db);
      await db.rows(`update public.institutions set name = $2 ${columns} where id = $1`, [id, name]);
      return id;
    };
    const full = await named('Zeta Full', `, gstin = '27AAPFU0939F1ZV', state = '27', kind = 'school'`);
    await addSeats(db, full, track, 1);
    await addStudent(db, full, track, 'one@zeta.example');
    const low = await named('Zeta Low', `, contact_email = 'dean@zeta.example'`);
    await addSeats(db, low, track, 10);
    for (let n = 0; n < 9; n += 1) await addStudent(db, low, track, `s${n}@low.example`);
    const ending = await named('Zeta Ending', `, status = 'suspended'`);
    await addSeats(db, ending, track, 10, text(await db.value(`select (current_date + 30)::text`)));
    const over = await named('Zeta Over');
    await addSeats(db, over, track, 10, '2020-01-01');
  });

  it.each<[string, string[]]>([
    [`p_search => 'zeta'`, ['Zeta Ending', 'Zeta Full', 'Zeta Low', 'Zeta Over']],
    [`p_search => 'ze'`, ['Zeta Ending', 'Zeta Full', 'Zeta Low', 'Zeta Over']],
    [`p_search => 'AAPFU'`, ['Zeta Full']],
    [`p_search => 'dean@zeta'`, ['Zeta Low']],
    [`p_search => 'zeta', p_kind => 'school'`, ['Zeta Full']],
    [`p_search => 'zeta', p_status => 'suspended'`, ['Zeta Ending']],
    [`p_search => 'zeta', p_seats => 'left'`, ['Zeta Ending', 'Zeta Low']],
    [`p_search => 'zeta', p_seats => 'low'`, ['Zeta Low']],
    [`p_search => 'zeta', p_seats => 'none'`, ['Zeta Full', 'Zeta Over']],
    [`p_search => 'zeta', p_seats => 'ending'`, ['Zeta Ending']],
    [`p_search => 'zeta', p_descending => true`, ['Zeta Over', 'Zeta Low', 'Zeta Full', 'Zeta Ending']],
    [`p_search => '_e'`, []],
  ])('by %s', async (args, found) => {
    expect(await names(args)).toEqual(found);
    expect((await list(args)).total).toBe(found.length);
  });

  it('says how seats stand, and only of blocks that are valid', async () => {
    expect((await list(`p_search => 'zeta low'`)).rows).toMatchObject([
      { seats: 10, used: 9, left: 1, students: 9, managers: 0 },
    ]);
    expect((await list(`p_search => 'zeta over'`)).rows).toMatchObject([{ seats: 0, used: 0, left: 0, ends_on: null }]);
  });

  it('turns pages forwards and backwards', async () => {
    const first = await list(`p_search => 'zeta', p_limit => 3`);
    const second = await list(`p_search => 'zeta', p_limit => 3, p_after => '${JSON.stringify(first.next)}'`);
    expect(second.rows.map(({ name }) => name)).toEqual(['Zeta Over']);
    expect(second.next).toBeNull();
    expect(
      (await list(`p_search => 'zeta', p_limit => 3, p_after => '${JSON.stringify(second.previous)}'`)).rows,
    ).toEqual(first.rows);
  });

  it('is read by index when it is long', async () => {
    await db.rows(`insert into public.institutions (kind, name, contact_email, created_at)
      select 'school', 'Crowd ' || md5(n::text), n || '@crowd.example', now() - n * interval '1 hour' from generate_series(1, 20000) n`);
    await db.rows('vacuum analyze public.institutions');
    for (const args of [
      `null, null, null, null, 'name', false, null, null`,
      `null, null, null, null, 'name', false, 'crowd 8', '${institution}'`,
      `null, null, null, null, 'created', true, '2026-01-01', '${institution}'`,
      `'d3d9446', null, null, null, 'name', false, null, null`,
      `'zq', null, null, null, 'name', false, null, null`,
      `null, null, 'suspended', null, 'name', false, null, null`,
      `null, null, null, 'ending', 'name', false, null, null`,
    ]) {
      const both = z
        .object({ page: z.string(), count: z.string() })
        .parse(await db.value(`select private.institution_statements(${args}, 25, current_date)`));
      for (const statement of Object.values(both)) {
        const plan = (await db.rows(`explain ${statement}`)).map((line) => line['QUERY PLAN']).join('\n');
        expect(plan, args).not.toMatch(/Seq Scan on institutions/);
      }
    }
  });
});
