import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addRole, addStaff, addTrack } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { enquiryOf, submitEnquiry } from '../support/leads.ts';

const db = useDatabase();
const people = { one: '', two: '', gone: '', reader: '' };
let serial = 0;
const anEmail = () => `asha-${(serial += 1)}@sona.example`;
/** Each enquiry from an address of its own, so that only the tests about limits meet them. */
const submit = (more: Record<string, unknown>, options: { address?: string | null; now?: string } = {}) =>
  submitEnquiry(db.owner, more, { address: `address-${(serial += 1)}`, ...options });
const lead = async (reference: string) =>
  (await db.rows('select * from public.leads where reference = $1', [reference]))[0] ?? {};
const events = (reference: string) =>
  db.rows(
    `select e.kind, e.actor, e.details, to_json(e.at) as at from public.lead_events e join public.leads l on l.id = e.lead_id where l.reference = $1 order by e.id`,
    [reference],
  );
const mails = async (reference: string) =>
  (
    await db.rows(
      `select payload, dedupe_key from private.outbox where kind = 'email.send' and payload -> 'params' ->> 'lead_id' = $1 order by dedupe_key`,
      [(await lead(reference)).id],
    )
  ).map(({ payload }) => payload);
const leadsOf = (email: string) => db.value('select count(*) from public.leads where contact_email = $1', [email]);

beforeAll(async () => {
  const role = await addRole(db, ['leads.manage']);
  Object.assign(people, {
    // Holds the permission twice and is told once.
    one: await addPerson(db, { roles: [role, await addRole(db, ['leads.manage'])], name: 'Ravi' }),
    two: await addPerson(db, { roles: ['sales'] }),
    gone: await addPerson(db, { roles: [role], status: 'suspended' }),
    reader: await addStaff(db, ['leads.read']),
  });
});

describe('an enquiry', () => {
  it('becomes a lead with a reference and an event', async () => {
    const track = await addTrack(db);
    const idle = await addTrack(db, { active: false });
    const email = anEmail();
    const { reference, joined } = await submit({
      contact_email: ` ${email.toUpperCase()} `,
      institution_name: ' Sona  University ',
      contact_phone: '+91 (98765) 43-210',
      designation: 'Dean',
      website: 'https://sona.example/a?b=@c',
      address: '1 MG Road\nBengaluru',
      city: 'Bengaluru',
      state: '29',
      expected_students: 200,
      track_ids: [idle, track, 'no-such-track', track],
    });
    expect(joined).toBe(false);
    expect(reference).toMatch(/^ENQ-[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(await lead(reference)).toMatchObject({
      status: 'new',
      kind: 'university',
      institution_name: 'Sona  University',
      contact_email: email,
      contact_phone: '+919876543210',
      website: 'https://sona.example/a?b=@c',
      address: '1 MG Road\nBengaluru',
      state: '29',
      expected_students: 200,
      track_ids: [track],
      enquiries: 1,
      assigned_to: null,
      privacy_version: '2026-04-01',
      created_at: new Date('2030-01-01T00:00:00Z'),
    });
    expect(await events(reference)).toEqual([
      {
        kind: 'enquired',
        actor: null,
        details: { message: 'We have students.', privacy_version: '2026-04-01' },
        at: '2030-01-01T00:00:00+00:00',
      },
    ]);
  });

  it('is told to every active member of staff who may work on leads, once each, and thanked for', async () => {
    const { reference } = await submit({ contact_email: anEmail() });
    const { id } = await lead(reference);
    const told = await db.rows(
      `select user_id, kind, params, link from public.notifications where params ->> 'lead_id' = $1 order by user_id`,
      [id],
    );
    expect(told).toEqual(
      [people.one, people.two].toSorted().map((user_id) => ({
        user_id,
        kind: 'lead_new',
        params: { lead_id: id, reference, institution_name: 'Sona University' },
        link: `/admin/leads/${String(id)}`,
      })),
    );
    expect(await mails(reference)).toEqual([
      ...[people.one, people.two].toSorted().map((user_id) => ({
        template: 'enquiry_received',
        params: { lead_id: id, user_id },
      })),
      { template: 'enquiry_thanks', params: { lead_id: id } },
    ]);
  });

  it('may leave out what is optional', async () => {
    const bare = enquiryOf({ contact_email: anEmail(), message: undefined });
    const { reference } = await submit(bare);
    expect(await lead(reference)).toMatchObject({ message: null, track_ids: [], website: null, designation: null });
    expect((await events(reference))[0]).toMatchObject({ details: { privacy_version: '2026-04-01' } });
  });

  it.each([
    ['kind', 'club'],
    ['kind', null],
    ['institution_name', 'A'],
    ['institution_name', 'x'.repeat(201)],
    ['institution_name', 'Sona\nUniversity'],
    ['contact_name', ''],
    ['contact_email', 'nobody'],
    ['contact_email', `${'x'.repeat(250)}@a.example`],
    ['contact_phone', '12'],
    ['contact_phone', '---'],
    ['designation', 'x'.repeat(121)],
    ['website', 'javascript:alert(1)'],
    ['website', 'https://asha@evil.example'],
    ['website', 'https://nowhere'],
    ['address', 'x'.repeat(401)],
    ['city', 'a\tb'],
    ['state', 'KA'],
    ['expected_students', 0],
    ['expected_students', 1_000_001],
    ['expected_students', 1.5],
    ['message', 'x'.repeat(2001)],
    ['privacy_version', ' '],
  ])('whose %s is %j is refused by that name, and nothing is kept', async (field, value) => {
    const count = () =>
      db.value('select (select count(*) from public.leads) + (select count(*) from private.rate_limits)');
    const before = await count();
    await expect(submit({ contact_email: anEmail(), [field]: value })).rejects.toMatchObject({
      code: 'P0001',
      message: `invalid_${field}`,
    });
    expect(await count()).toBe(before);
  });
});

describe('a repeat', () => {
  it.each(['Sona University', 'SONA   university', 'Sona, University.', '  sona-university'])(
    'under the name %j joins the open lead',
    async (institution_name) => {
      const contact_email = anEmail();
      const first = await submit({ contact_email });
      const again = await submit({ contact_email, institution_name, message: 'Hello?', city: 'Pune' });
      expect(again).toEqual({ reference: first.reference, joined: true });
      expect(await leadsOf(contact_email)).toBe(1);
    },
  );

  it('is counted, recorded with what was said and what differs, and changes nothing that staff work with', async () => {
    const contact_email = anEmail();
    const { reference } = await submit({ contact_email });
    const before = await lead(reference);
    await submit(
      { contact_email, message: 'Still waiting', contact_phone: '9000000000', city: 'Pune' },
      { now: '2030-01-05T00:00:00Z' },
    );
    const at = new Date('2030-01-05T00:00:00Z');
    expect(await lead(reference)).toEqual({
      ...before,
      enquiries: 2,
      last_enquiry_at: at,
      last_enquiry_key: expect.any(String),
      updated_at: expect.any(Date),
    });
    expect((await events(reference))[1]).toEqual({
      kind: 'enquired_again',
      actor: null,
      details: {
        message: 'Still waiting',
        privacy_version: '2026-04-01',
        given: { contact_phone: '9000000000', city: 'Pune' },
      },
      at: '2030-01-05T00:00:00+00:00',
    });
  });

  it('is mailed and told again', async () => {
    const contact_email = anEmail();
    const { reference } = await submit({ contact_email });
    await submit({ contact_email, message: 'Again' });
    expect(await mails(reference)).toHaveLength(6);
    expect(
      await db.rows(
        `select kind, count(*) from public.notifications where params ->> 'reference' = $1 group by 1 order by 1`,
        [reference],
      ),
    ).toEqual([
      { kind: 'lead_enquired_again', count: 2 },
      { kind: 'lead_new', count: 2 },
    ]);
  });

  it('of the same words within a minute is the same enquiry sent twice; later it counts', async () => {
    const contact_email = anEmail();
    const first = await submit({ contact_email }, { now: '2030-01-01T00:00:00Z' });
    expect(await submit({ contact_email }, { now: '2030-01-01T00:00:59Z' })).toEqual({ ...first, joined: true });
    expect(await lead(first.reference)).toMatchObject({ enquiries: 1 });
    expect(await mails(first.reference)).toHaveLength(3);
    await submit({ contact_email }, { now: '2030-01-01T00:01:00Z' });
    expect(await lead(first.reference)).toMatchObject({ enquiries: 2 });
    expect(await mails(first.reference)).toHaveLength(6);
  });

  it('of another address or another institution is a lead of its own', async () => {
    const contact_email = anEmail();
    const first = await submit({ contact_email });
    const other = await submit({ contact_email, institution_name: 'Tara University' });
    const third = await submit({ contact_email: anEmail() });
    expect(new Set([first, other, third].map(({ reference }) => reference)).size).toBe(3);
    expect([other.joined, third.joined]).toEqual([false, false]);
  });

  it.each([
    [`status = 'lost', lost_reason = 'Too dear', closed_at = now()`],
    [`status = 'converted', closed_at = now(), institution_id = (select id from public.institutions limit 1)`],
  ])('after the lead was closed (%s) begins a new one', async (closed) => {
    await db.rows(`insert into public.institutions (kind, name) values ('school', 'Made')`);
    const contact_email = anEmail();
    const first = await submit({ contact_email });
    await db.rows(`update public.leads set ${closed} where reference = $1`, [first.reference]);
    const next = await submit({ contact_email, message: 'Back again' });
    expect(next.joined).toBe(false);
    expect(next.reference).not.toBe(first.reference);
  });

  it('that comes at the same moment joins too', async () => {
    const contact_email = anEmail();
    const clients = await Promise.all(Array.from({ length: 4 }, () => db.connect()));
    const answers = await Promise.all(
      clients.map((client, index) =>
        submitEnquiry(client, { contact_email, message: `Message ${index}` }, { address: `at-once-${index}` }),
      ),
    );
    expect(answers.filter(({ joined }) => !joined)).toHaveLength(1);
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
    expect(await lead(answers[0]?.reference ?? '')).toMatchObject({ enquiries: 4 });
    expect(await leadsOf(contact_email)).toBe(1);
  });
});

describe('floods', () => {
  const refusal = { code: 'P0001', message: 'too_many_requests' };

  it('from an address stop at ten in ten minutes, whatever e-mails they name', async () => {
    const from = (now: string, address: string | null = 'flood') =>
      submit({ contact_email: anEmail() }, { address, now });
    for (let count = 0; count < 10; count += 1) await from('2031-01-01T00:00:00Z');
    const before = await db.value('select count(*) from public.leads');
    await expect(from('2031-01-01T00:09:59Z')).rejects.toMatchObject(refusal);
    expect(await db.value('select count(*) from public.leads')).toBe(before);
    expect(await from('2031-01-01T00:09:59Z', 'elsewhere')).toMatchObject({ joined: false });
    expect(await from('2031-01-01T00:10:00Z')).toMatchObject({ joined: false });
  });

  it('without an address are counted together', async () => {
    const from = (address: string | null) =>
      submit({ contact_email: anEmail() }, { address, now: '2032-01-01T00:00:00Z' });
    for (let count = 0; count < 10; count += 1) await from(null);
    await expect(from(null)).rejects.toMatchObject(refusal);
  });

  it('on an e-mail stop at five in an hour, whatever addresses and institutions they name', async () => {
    const contact_email = anEmail();
    const to = (now: string) => submit({ contact_email, institution_name: `Sona ${(serial += 1)}` }, { now });
    for (let count = 0; count < 5; count += 1) await to('2033-01-01T00:00:00Z');
    await expect(to('2033-01-01T00:59:59Z')).rejects.toMatchObject(refusal);
    expect(await leadsOf(contact_email)).toBe(5);
    expect(await to('2033-01-01T01:00:00Z')).toMatchObject({ joined: false });
  });

  it('leave no e-mail in the counters', async () => {
    expect(await db.value(`select count(*) from private.rate_limits where bucket like '%@%'`)).toBe(0);
    expect(await db.value(`select count(*) from private.rate_limits where bucket like 'enquiry-mail:%'`)).not.toBe(0);
  });
});

describe('what the mails say', () => {
  const context = (template: string, params: object) =>
    db.value('select public.system_email_context($1, $2)', [template, JSON.stringify(params)]);

  it('the thanks go to whoever enquired', async () => {
    const email = anEmail();
    const { id, reference } = await lead((await submit({ contact_email: email })).reference);
    expect(await context('enquiry_thanks', { lead_id: id })).toMatchObject({
      to: { email, name: 'Asha Rao' },
      product_name: 'AI Ready Certification',
      reference,
      enquiries: 1,
    });
  });

  it('staff read what was asked last', async () => {
    const track = await addTrack(db);
    const contact_email = anEmail();
    const { id } = await lead((await submit({ contact_email, track_ids: [track] })).reference);
    await submit({ contact_email, message: 'The second message' });
    expect(await context('enquiry_received', { lead_id: id, user_id: people.one })).toMatchObject({
      to: { name: 'Ravi' },
      institution_name: 'Sona University',
      message: 'The second message',
      enquiries: 2,
      tracks: [`Track ${track}`],
    });
  });

  it.each(['gone', 'reader'] as const)('nobody is mailed who may not work on leads (%s)', async (who) => {
    const { id } = await lead((await submit({ contact_email: anEmail() })).reference);
    const told = await context('enquiry_received', { lead_id: id, user_id: people[who] });
    expect(told).toMatchObject({ status: 'cancelled' });
    expect(told).not.toHaveProperty('to');
  });

  it('a lead that is gone is no subject', async () => {
    await expect(context('enquiry_thanks', { lead_id: people.one })).rejects.toMatchObject({
      message: 'mail_subject_not_found',
    });
  });
});
