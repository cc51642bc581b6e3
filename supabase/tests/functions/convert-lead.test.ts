import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addStaff, addTrack, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { actingAs, addLead, statuses } from '../support/leads.ts';

const db = useDatabase();
let sales = '';
let trackId = '';
let serial = 0;

const convert = 'select public.convert_lead($1, $2, $3, $4)';
const manager = (more: object = {}) => ({ email: `head-${(serial += 1)}@sona.example`, full_name: 'Head', ...more });
const seats = (more: object = {}) => [
  { track_id: trackId, seats: 50, price: 399900, valid_until: '2999-12-31', ...more },
];
const values = (id: string, institution: unknown = {}, blocks: unknown = seats(), head: unknown = manager()) => [
  id,
  JSON.stringify(institution),
  JSON.stringify(blocks),
  JSON.stringify(head),
];
const person = () => actingAs(db.owner, sales);
const lead = async (id: string) => (await db.rows('select * from public.leads where id = $1', [id]))[0] ?? {};
/** Everything that a conversion may leave behind. */
const traces = () =>
  db.rows(`
    select (select count(*) from public.institutions) as institutions, (select count(*) from public.institution_seats) as blocks,
      (select count(*) from public.manager_invitations) as invitations, (select count(*) from private.outbox) as work,
      (select count(*) from public.audit_log) as audit, (select count(*) from public.lead_events) as events`);

beforeAll(async () => {
  sales = await addStaff(db, ['leads.manage', 'institutions.manage']);
  trackId = await addTrack(db);
});

describe('converting a lead', () => {
  it.each(['qualified', 'negotiation'])(
    'that is in %s makes the institution, its seats and the invitation',
    async (status) => {
      const id = await addLead(db, { status, follow_up_date: '2020-01-01' });
      const head = manager();
      const institution = text(
        await person().value(
          convert,
          values(id, { name: 'Sona University Trust', state: '29', gstin: '29ABCDE1234F1Z5' }, seats(), head),
        ),
      );
      expect(await lead(id)).toMatchObject({
        status: 'converted',
        institution_id: institution,
        closed_at: expect.any(Date),
        due_on: null,
      });
      expect(
        await db.rows('select name, gstin, contact_email from public.institutions where id = $1', [institution]),
      ).toEqual([
        { name: 'Sona University Trust', gstin: '29ABCDE1234F1Z5', contact_email: (await lead(id)).contact_email },
      ]);
      expect(
        await db.rows(
          'select track_id, seats, price, created_by, valid_until::text from public.institution_seats where institution_id = $1',
          [institution],
        ),
      ).toEqual([{ track_id: trackId, seats: 50, price: 399900, created_by: sales, valid_until: '2999-12-31' }]);
      const invitation = await db.value(
        'select id from public.manager_invitations where institution_id = $1 and email = $2 and invited_by = $3',
        [institution, head.email, sales],
      );
      expect(
        await db.value(
          `select count(*) from private.outbox where kind = 'manager.invite' and payload ->> 'invitation_id' = $1`,
          [invitation],
        ),
      ).toBe(1);
      expect(await db.rows('select kind, actor, details from public.lead_events where lead_id = $1', [id])).toEqual([
        { kind: 'converted', actor: sales, details: { from: status, institution_id: institution } },
      ]);
      expect(await db.rows('select action, actor, details from public.audit_log where subject_id = $1', [id])).toEqual([
        {
          action: 'lead.converted',
          actor: sales,
          details: { reference: (await lead(id)).reference, institution_id: institution },
        },
      ]);
    },
  );

  it('takes from the lead what is not said otherwise', async () => {
    const id = await addLead(db, {
      status: 'qualified',
      kind: 'school',
      address: '1 MG Road',
      city: 'Pune',
      state: '27',
    });
    const institution = await person().value(convert, values(id, null));
    const { contact_email } = await lead(id);
    expect(
      await db.rows(
        'select kind, name, contact_name, contact_email, contact_phone, address, state, gstin from public.institutions where id = $1',
        [institution],
      ),
    ).toEqual([
      {
        kind: 'school',
        name: 'Sona University',
        contact_name: 'Asha Rao',
        contact_email,
        contact_phone: '+919876543210',
        address: '1 MG Road, Pune',
        state: '27',
        gstin: null,
      },
    ]);
  });

  it.each(statuses.filter((status) => status !== 'qualified' && status !== 'negotiation'))(
    'that is %s is refused and leaves nothing',
    async (status) => {
      const id = await addLead(db, { status });
      const before = [await traces(), await lead(id)];
      expect(await person().refusal(convert, values(id))).toEqual({
        code: 'P0001',
        message: status === 'converted' ? 'already_converted' : 'illegal_move',
      });
      expect([await traces(), await lead(id)]).toEqual(before);
    },
  );

  it('twice is refused the second time', async () => {
    const id = await addLead(db, { status: 'qualified' });
    await person().value(convert, values(id));
    const before = await traces();
    expect(await person().refusal(convert, values(id))).toEqual({ code: 'P0001', message: 'already_converted' });
    expect(await traces()).toEqual(before);
  });

  it('twice at once makes one institution', async () => {
    const id = await addLead(db, { status: 'negotiation' });
    const count = () => db.value('select count(*) from public.institutions');
    const before = Number(await count());
    const outcomes = await Promise.allSettled(
      [await db.connect(), await db.connect()].map((client) => actingAs(client, sales).value(convert, values(id))),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: 'already_converted' },
    });
    expect(await count()).toBe(before + 1);
  });

  it('is all or nothing, whatever is wrong', async () => {
    const staffEmail = text(await db.value('select email from public.profiles where user_id = $1', [sales]));
    const faults: [string, unknown, unknown, unknown][] = [
      ['invalid_name', { name: ' ' }, seats(), manager()],
      ['invalid_gstin', { gstin: 'nonsense' }, seats(), manager()],
      ['invalid_seats', {}, [], manager()],
      ['invalid_seats', {}, seats({ seats: 0 }), manager()],
      ['invalid_price', {}, seats({ price: -1 }), manager()],
      ['invalid_valid_until', {}, seats({ valid_until: '2020-01-01' }), manager()],
      ['track_not_found', {}, [...seats(), ...seats({ track_id: 'no-such-track' })], manager()],
      ['invalid_email', {}, seats(), manager({ email: 'nobody' })],
      ['invalid_full_name', {}, seats(), manager({ full_name: '' })],
      ['account_is_staff', {}, seats(), manager({ email: staffEmail })],
    ];
    const id = await addLead(db, { status: 'qualified' });
    const before = [await traces(), await lead(id)];
    for (const [message, ...rest] of faults) {
      expect(await person().refusal(convert, values(id, ...rest))).toEqual({ code: 'P0001', message });
      expect([await traces(), await lead(id)]).toEqual(before);
    }
    await person().value(convert, values(id));
    expect(await lead(id)).toMatchObject({ status: 'converted' });
  });

  it('needs both rights', async () => {
    const id = await addLead(db, { status: 'qualified' });
    for (const permissions of [['leads.manage'], ['institutions.manage'], ['leads.read', 'institutions.read']]) {
      const half = actingAs(db.owner, await addStaff(db, permissions));
      expect(await half.refusal(convert, values(id))).toEqual({ code: '42501', message: 'not_allowed' });
    }
    const learner = actingAs(db.owner, await addPerson(db));
    expect(await learner.refusal(convert, values(id))).toMatchObject({ code: '42501' });
    expect(await lead(id)).toMatchObject({ status: 'qualified' });
  });
});
