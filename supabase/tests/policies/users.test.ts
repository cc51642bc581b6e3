import { beforeAll, describe, expect, it } from 'vitest';
import { addInstitution, addPerson, addRole, addStaff, addTrack, enrol, insert, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson, type Person } from '../support/people.ts';

const db = useDatabase();
const service: Person = { role: 'service_role' };
const permissions = {
  reader: ['users.read'],
  keeper: ['users.manage'],
  reviewer: ['identity.review'],
  granter: ['enrolments.manage'],
  cashier: ['payments.read'],
  examiner: ['exams.read'],
  registrar: ['certificates.read'],
} as const;
type Name = keyof typeof permissions;
const ids = { reader: '', keeper: '', reviewer: '', granter: '', cashier: '', examiner: '', registrar: '' };
let outsiders: string[] = [];
let learner = '';
let trackId = '';
let enrolmentId = '';
let documentId = '';

beforeAll(async () => {
  for (const [name, held] of Object.entries(permissions)) Object.assign(ids, { [name]: await addStaff(db, [...held]) });
  learner = await addPerson(db);
  const manager = await addPerson(db, { kind: 'institution' });
  await addInstitution(db, [manager]);
  const everything = await addRole(db, Object.values(permissions).flat());
  outsiders = [
    learner,
    manager,
    await addStaff(db, ['leads.read', 'audit.read', 'roles.manage']),
    await addPerson(db, { roles: [everything], status: 'suspended' }),
  ];
  trackId = await addTrack(db);
  enrolmentId = await enrol(db, learner, trackId);
  documentId = text(
    await insert(
      db,
      'public.identity_verifications',
      { user_id: learner, document_path: `${learner}/card.png`, document_kind: 'passport' },
      'id',
    ),
  );
  await insert(db, 'storage.objects', { bucket_id: 'identity-documents', name: `${learner}/card.png` });
});

const calls: [string, () => unknown[], Name][] = [
  ['public.list_users()', () => [], 'reader'],
  ['public.get_user($1)', () => [learner], 'reader'],
  ['public.user_enrolments($1)', () => [learner], 'reader'],
  ['public.user_attempts($1)', () => [learner], 'reader'],
  ['public.user_timeline($1)', () => [learner], 'reader'],
  ['public.user_payments($1)', () => [learner], 'cashier'],
  ['public.user_exams($1)', () => [learner], 'examiner'],
  ['public.user_certificates($1)', () => [learner], 'registrar'],
  [`public.suspend_person($1, 'A reason')`, () => [learner], 'keeper'],
  [`public.restore_person($1, 'A reason')`, () => [learner], 'keeper'],
  [`public.correct_name($1, 'Asha Rao', 'A reason')`, () => [learner], 'keeper'],
  [`public.review_identity($1, true, 'A reason')`, () => [documentId], 'reviewer'],
  ['public.open_identity_document($1)', () => [documentId], 'reviewer'],
  [`public.grant_enrolment($1, $2, 'A reason')`, () => [learner, trackId], 'granter'],
  [`public.extend_enrolment($1, current_date + 3000, 'A reason')`, () => [enrolmentId], 'granter'],
  [`public.revoke_enrolment($1, 'A reason')`, () => [enrolmentId], 'granter'],
  [`public.add_exam_attempts($1, 1, 0, 'A reason')`, () => [enrolmentId], 'granter'],
  [`public.set_extra_time($1, 25, 'A reason')`, () => [enrolmentId], 'granter'],
];

describe.each(calls)('%s', (call, values, allowed) => {
  const sql = `select ${call}`;

  it(`is for staff with ${permissions[allowed].join()}`, async () => {
    expect(await asPerson(db.owner, { userId: ids[allowed] }, (session) => session.rows(sql, values()))).toHaveLength(
      1,
    );
  });

  it('is refused to everybody else, who learn nothing of the person', async () => {
    const staff = Object.entries(ids).flatMap(([name, id]) => (name === allowed ? [] : [id]));
    for (const userId of [...staff, ...outsiders]) {
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

it.each([
  'private.find_people(null, true, null, null, null, null, null, null, null, null, 1, now())',
  'private.audit_of_person(gen_random_uuid(), null, 1)',
  'private.end_sessions(gen_random_uuid())',
  `private.set_account_status(gen_random_uuid(), 'suspended', 'x')`,
  'private.lock_person(gen_random_uuid())',
  'private.identity_document(gen_random_uuid())',
])('%s is out of reach of people', async (call) => {
  for (const userId of [ids.keeper, ids.reviewer]) {
    expect(await asPerson(db.owner, { userId }, (session) => session.refusal(`select ${call}`))).toMatchObject({
      code: '42501',
    });
  }
});

it.each([
  `update public.profiles set status = 'suspended'`,
  `update public.profiles set kind = 'staff'`,
  'delete from public.profiles',
  `update public.enrolments set status = 'revoked'`,
  `insert into public.enrolments (user_id, track_id, source) select user_id, 'x', 'grant' from public.profiles`,
  `update public.identity_verifications set status = 'verified'`,
  'select * from private.extra_time',
])('whoever may act on people does so by functions alone: %s', async (sql) => {
  for (const userId of Object.values(ids)) {
    expect(await asPerson(db.owner, { userId }, (session) => session.refusal(sql))).toMatchObject({ code: '42501' });
  }
});

describe('what a reader sees of a person', () => {
  const get = (userId: string) =>
    asPerson(db.owner, { userId }, (session) => session.value('select public.get_user($1)', [learner]));

  it('has the standing of the document, and the document itself only with identity.review', async () => {
    expect(await get(ids.reader)).toMatchObject({ identity: 'waiting', document: null });
    const both = await addStaff(db, ['users.read', 'identity.review']);
    expect(await get(both)).toMatchObject({ document: { id: documentId, document_kind: 'passport' } });
    expect(JSON.stringify(await get(both))).not.toContain('card.png');
  });

  it('finds by the number of a certificate only with certificates.read', async () => {
    const number = 'AIR-2026-7F3K9Q2M';
    await insert(db, 'public.certificates', {
      number,
      user_id: learner,
      track_id: trackId,
      enrolment_id: enrolmentId,
      cycle: 1,
      holder_name: 'Asha Rao',
      track_name: 'Track',
      expires_at: '2999-01-01',
    });
    const found = (userId: string, search: string) =>
      asPerson(db.owner, { userId }, (session) =>
        session.value(`select jsonb_array_length(public.list_users($1) -> 'rows')`, [search]),
      );
    const both = await addStaff(db, ['users.read', 'certificates.read']);
    for (const search of [number, 'air-2026-7f', ' air 2026 7F3K ', 'AIR2026'])
      expect(await found(both, search)).toBe(1);
    expect(await found(both, 'AIR-2026-8')).toBe(0);
    for (const search of [number, 'air-2026']) expect(await found(ids.reader, search)).toBe(0);
  });

  it('has a timeline from the audit log only with audit.read', async () => {
    const timeline = (userId: string) =>
      asPerson(db.owner, { userId }, (session) => session.value('select public.user_timeline($1)', [learner]));
    expect(await timeline(ids.reader)).toMatchObject({ source: 'events', next: null });
    expect(await timeline(await addStaff(db, ['users.read', 'audit.read']))).toMatchObject({ source: 'audit' });
  });
});
