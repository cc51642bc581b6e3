import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { begunSchema, foundSchema } from '../../functions/_shared/db/invitations.ts';
import { createToken, hashToken } from '../../functions/_shared/invitations/token.ts';
import { addInstitution, addPerson, addTrack, enrol, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { addSeats, addStudent } from '../support/institutions.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
const version = '2026-04-01';
let institution = '';
let track = '';
let email = '';

beforeEach(async () => {
  institution = await addInstitution(db, [await addPerson(db, { kind: 'institution', name: 'Meera Iyer' })]);
  track = await addTrack(db);
  await addSeats(db, institution, track);
  email = `${randomUUID()}@example.com`;
});

const newHash = () => hashToken(createToken());
const inviteStudent = async () => (await addStudent(db, institution, track, email)).studentId;
const inviteManager = async (address = email) =>
  text(
    await db.value(
      'select private.queue_manager_invitation($1, $2, $3, (select user_id from public.institution_managers where institution_id = $1 limit 1), now())',
      [institution, address, 'The Dean'],
    ),
  );
const beginRaw = (kind: string, subject: string, hash: string, at = '0 days') =>
  db.value('select private.begin_invitation($1, $2, $3, now() + $4::interval)', [kind, subject, hash, at]);
const begin = async (kind: string, subject: string, at?: string) => {
  const hash = await newHash();
  return { hash, begun: begunSchema.parse(await beginRaw(kind, subject, hash, at)) };
};
const look = async (hash: string) =>
  foundSchema.nullable().parse(await db.value('select public.system_look_at_invitation($1)', [hash]));
const accept = (hash: string, person: string, consent: string | null = version) =>
  db.value('select public.system_accept_invitation($1, $2, $3)', [hash, person, consent]);
/** As Auth does when the mailbox is proven. */
const confirm = (person: string) => db.rows('update auth.users set email_confirmed_at = now() where id = $1', [person]);
const addConfirmed = async (options: Parameters<typeof addPerson>[1] = {}) => {
  const person = await addPerson(db, { email, ...options });
  await confirm(person);
  return person;
};
const isManager = (person: string) =>
  db.value('select count(*)::int from public.institution_managers where institution_id = $1 and user_id = $2', [
    institution,
    person,
  ]);

describe('the token', () => {
  it.each(['student', 'manager'] as const)('of a %s is kept as a hash and nothing else', async (kind) => {
    const token = createToken();
    const hash = await hashToken(token);
    const subject = kind === 'student' ? await inviteStudent() : await inviteManager();
    await beginRaw(kind, subject, hash);
    expect(
      await db.rows('select kind, token_hash from private.invitation_tokens where subject_id = $1', [subject]),
    ).toEqual([{ kind, token_hash: hash }]);
    const queued = await db.rows('select payload::text from private.outbox where payload::text like $1', [
      `%${subject}%`,
    ]);
    expect(JSON.stringify(queued)).not.toContain(token);
  });

  it('tells what the mail and the page say', async () => {
    const student = await begin('student', await inviteStudent());
    expect(student.begun).toMatchObject({ email, has_account: false, still_wanted: true, tracks: [{}] });
    expect(Date.parse(student.begun.expires_at) - Date.now()).toBeCloseTo(30 * 86_400_000, -5);
    expect(await look(student.hash)).toMatchObject({ kind: 'student', email, state: 'open', account: null });
    const manager = await begin('manager', await inviteManager());
    expect(manager.begun).toMatchObject({ full_name: 'The Dean', inviter_name: 'Meera Iyer', tracks: [] });
    expect(await look(manager.hash)).toMatchObject({ kind: 'manager', full_name: 'The Dean', state: 'open' });
  });

  it.each(['student', 'manager'] as const)('of a %s dies when a newer one is sent', async (kind) => {
    const subject = kind === 'student' ? await inviteStudent() : await inviteManager();
    const older = await begin(kind, subject);
    const newer = await begin(kind, subject);
    expect(await look(older.hash)).toBeNull();
    expect(await look(newer.hash)).toMatchObject({ state: 'open' });
    await expect(accept(older.hash, await addConfirmed())).rejects.toMatchObject({ message: 'invitation_unknown' });
  });

  it('ends after thirty days, and a newer one begins anew', async () => {
    const subject = await inviteManager();
    const person = await addConfirmed();
    const old = await begin('manager', subject, '-30 days');
    expect(await look(old.hash)).toMatchObject({ state: 'expired' });
    await expect(accept(old.hash, person)).rejects.toMatchObject({ message: 'invitation_expired' });
    expect(await isManager(person)).toBe(0);
    const fresh = await begin('manager', subject, '-29 days');
    await accept(fresh.hash, person);
    expect(await isManager(person)).toBe(1);
  });

  it('is for the service alone', async () => {
    const { hash } = await begin('manager', await inviteManager());
    const person = await addConfirmed();
    for (const [sql, values] of [
      ['select public.system_begin_invitation($1, $2, $3)', ['manager', randomUUID(), hash]],
      ['select public.system_look_at_invitation($1)', [hash]],
      ['select public.system_accept_invitation($1, $2, $3)', [hash, person, version]],
      ['select public.system_invitation_sent($1, $2)', ['manager', randomUUID()]],
      ['select * from private.invitation_tokens', []],
    ] as const) {
      for (const who of [{}, { userId: person }]) {
        const { code } = await asPerson(db.owner, who, (s) => s.refusal(sql, [...values]));
        expect(code).toBe('42501');
      }
    }
    const seen = await asPerson(db.owner, { role: 'service_role' }, (s) =>
      s.value('select public.system_look_at_invitation($1)', [hash]),
    );
    expect(seen).toMatchObject({ state: 'open' });
  });
});

describe('what is not wanted any more', () => {
  it('opens nothing once the student was removed', async () => {
    const subject = await inviteStudent();
    const { hash } = await begin('student', subject);
    await db.rows(`select set_config('request.jwt.claims', $1, false)`, [
      JSON.stringify({
        sub: await db.value('select user_id from public.institution_managers where institution_id = $1', [institution]),
      }),
    ]);
    await db.value('select private.remove_student($1)', [subject]);
    expect((await look(hash))?.state).not.toBe('open');
    const person = await addConfirmed();
    await expect(accept(hash, person)).rejects.toMatchObject({ message: /^invitation_(unknown|withdrawn)$/ });
    expect(await db.value('select user_id from public.institution_students where id = $1', [subject])).toBeNull();
    expect((await begin('student', subject)).begun.still_wanted).toBe(false);
  });

  it('opens nothing once the invitation of a manager was withdrawn', async () => {
    const subject = await inviteManager();
    const { hash } = await begin('manager', subject);
    await db.rows('update public.manager_invitations set withdrawn_at = now() where id = $1', [subject]);
    expect(await look(hash)).toMatchObject({ state: 'withdrawn' });
    const person = await addConfirmed();
    await expect(accept(hash, person)).rejects.toMatchObject({ message: 'invitation_withdrawn' });
    expect(await isManager(person)).toBe(0);
    const again = await begin('manager', subject);
    expect(again.begun.still_wanted).toBe(false);
    expect(await look(again.hash)).toBeNull();
  });

  it('opens nothing while the institution is suspended', async () => {
    const { hash } = await begin('manager', await inviteManager());
    await db.rows(`update public.institutions set status = 'suspended' where id = $1`, [institution]);
    expect(await look(hash)).toMatchObject({ state: 'withdrawn' });
    await expect(accept(hash, await addConfirmed())).rejects.toMatchObject({ message: 'invitation_withdrawn' });
  });
});

describe('accepting as a student', () => {
  it('finishes what the confirmed account began, once, with the consent', async () => {
    const subject = await inviteStudent();
    const { hash } = await begin('student', subject);
    const person = await addConfirmed();
    // The trigger has attached the student; the acceptance is still to come.
    expect(await look(hash)).toMatchObject({
      state: 'used',
      account: { user_id: person, confirmed: true, signed_in: false },
    });
    const answer = { kind: 'student', institution_id: institution };
    expect(await accept(hash, person)).toEqual(answer);
    expect(await accept(hash, person)).toEqual(answer);
    expect(
      await db.rows(
        'select s.user_id, e.user_id as enrolled from public.institution_students s join public.student_seats ss on ss.student_id = s.id join public.enrolments e on e.id = ss.enrolment_id where s.id = $1',
        [subject],
      ),
    ).toEqual([{ user_id: person, enrolled: person }]);
    expect(
      await db.rows('select document, version from public.consents where user_id = $1 order by 1', [person]),
    ).toEqual([
      { document: 'privacy', version },
      { document: 'terms', version },
    ]);
  });

  it('shows an account that nobody confirmed as such, and attaches it by the confirmation', async () => {
    const { hash } = await begin('student', await inviteStudent());
    const stranger = await addPerson(db, { email });
    expect(await look(hash)).toMatchObject({ state: 'open', account: { user_id: stranger, confirmed: false } });
    await confirm(stranger);
    expect(await accept(hash, stranger)).toMatchObject({ kind: 'student' });
  });

  it('is refused to the account of another address, which gains nothing', async () => {
    const { hash } = await begin('student', await inviteStudent());
    const other = await addConfirmed({ email: `other-${email}` });
    await expect(accept(hash, other)).rejects.toMatchObject({ message: 'invitation_for_other' });
    expect(await look(hash)).toMatchObject({ state: 'open' });
  });
});

describe('accepting as a manager', () => {
  it('makes a manager once, and an account of institutions of one that has nothing else', async () => {
    const { hash } = await begin('manager', await inviteManager());
    const person = await addConfirmed();
    await accept(hash, person);
    await accept(hash, person, null);
    expect(await isManager(person)).toBe(1);
    expect(await db.value('select kind from public.profiles where user_id = $1', [person])).toBe('institution');
    expect(await look(hash)).toMatchObject({ state: 'used' });
    expect(
      await db.value(
        `select count(*)::int from public.audit_log where action = 'institution.manager_added' and subject_id = $1`,
        [institution],
      ),
    ).toBe(1);
    expect(await asPerson(db.owner, { userId: person }, (s) => s.rows('select id from public.institutions'))).toEqual([
      { id: institution },
    ]);
  });

  it('leaves a learner a learner, who also manages', async () => {
    const { hash } = await begin('manager', await inviteManager());
    const person = await addConfirmed();
    await enrol(db, person, track);
    await accept(hash, person, null);
    expect(await isManager(person)).toBe(1);
    expect(await db.value('select kind from public.profiles where user_id = $1', [person])).toBe('learner');
    expect(await db.value('select count(*)::int from public.consents where user_id = $1', [person])).toBe(0);
  });

  it.each([
    ['account_is_staff', { kind: 'staff' }],
    ['account_not_open', { status: 'suspended' }],
  ] as const)('is refused with %s', async (code, options) => {
    const { hash } = await begin('manager', await inviteManager());
    const person = await addConfirmed(options);
    await expect(accept(hash, person)).rejects.toMatchObject({ message: code });
    expect(await isManager(person)).toBe(0);
    expect(await look(hash)).toMatchObject({ state: 'open' });
  });

  it('is refused to whoever else comes with a token that was used', async () => {
    const { hash } = await begin('manager', await inviteManager());
    await accept(hash, await addConfirmed());
    const other = await addConfirmed({ email: `other-${email}` });
    await expect(accept(hash, other)).rejects.toMatchObject({ message: 'invitation_for_other' });
  });

  it('is done by two calls at once as by one', async () => {
    const { hash } = await begin('manager', await inviteManager());
    const person = await addConfirmed();
    const calls = await Promise.all(
      [1, 2].map(async () => {
        const client = await db.connect();
        return client.query('select public.system_accept_invitation($1, $2, $3)', [hash, person, version]);
      }),
    );
    expect(calls).toHaveLength(2);
    expect(await isManager(person)).toBe(1);
  });
});

it('notes when the mail left, for the list of students and of managers', async () => {
  const student = await inviteStudent();
  const manager = await inviteManager();
  await db.value('select public.system_invitation_sent($1, $2)', ['student', student]);
  await db.value('select public.system_invitation_sent($1, $2)', ['manager', manager]);
  expect(
    await db.value('select invitation_sent_at from public.institution_students where id = $1', [student]),
  ).toBeInstanceOf(Date);
  expect(await db.value('select sent_at from public.manager_invitations where id = $1', [manager])).toBeInstanceOf(
    Date,
  );
});
