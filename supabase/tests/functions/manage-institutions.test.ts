import { beforeEach, describe, expect, it } from 'vitest';
import { addInstitution, addPerson, addTrack, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { addSeats, addStudent } from '../support/institutions.ts';
import { asPerson, type Session } from '../support/people.ts';

const db = useDatabase();
let manager = '';
let institution = '';
let track = '';

beforeEach(async () => {
  manager = await addPerson(db, { kind: 'institution' });
  institution = await addInstitution(db, [manager]);
  track = await addTrack(db);
});

const asManager = <T>(run: (s: Session) => Promise<T>) => asPerson(db.owner, { userId: manager }, run, { keep: true });
const refusal = async (sql: string, values: unknown[]) => (await asManager((s) => s.refusal(sql, values))).message;

describe('making an institution', () => {
  const create = (institutionDetails: unknown, seats: unknown, person: unknown) =>
    db.value('select private.create_institution($1, $2, $3, $4, now())', [
      JSON.stringify(institutionDetails),
      JSON.stringify(seats),
      JSON.stringify(person),
      manager,
    ]);
  const details = { kind: 'university', name: 'Example University', state: '27', gstin: '27AAPFU0939F1ZV' };
  const person = { email: 'Registrar@Example.edu', full_name: 'Meera Iyer' };
  const block = (more = {}) => ({ track_id: track, seats: 40, price: 300000, valid_until: '2999-03-31', ...more });

  it('brings its seats, an invitation of its manager and an entry in the audit log', async () => {
    const id = text(await create(details, [block(), block({ seats: 10, price: 0 })], person));
    expect(
      await db.rows('select seats, price from public.institution_seats where institution_id = $1 order by 1', [id]),
    ).toEqual([
      { seats: 10, price: 0 },
      { seats: 40, price: 300000 },
    ]);
    const invitation = await db.value(
      `select id from public.manager_invitations where institution_id = $1 and email = 'registrar@example.edu'`,
      [id],
    );
    expect(
      await db.value(
        `select count(*) from private.outbox where kind = 'manager.invite' and payload ->> 'invitation_id' = $1`,
        [invitation],
      ),
    ).toBe(1);
    expect(
      await db.value(`select count(*) from public.audit_log where action = 'institution.created' and subject_id = $1`, [
        id,
      ]),
    ).toBe(1);
  });

  it.each([
    ['invalid_name', { ...details, name: ' ' }, [{}], person],
    ['invalid_kind', { ...details, kind: 'club' }, [{}], person],
    ['invalid_state', { ...details, state: 'MH' }, [{}], person],
    ['invalid_gstin', { ...details, gstin: '29AAPFU0939F1ZV' }, [{}], person],
    ['invalid_seats', details, [], person],
    ['invalid_seats', details, [{ seats: 0 }], person],
    ['invalid_price', details, [{ price: -1 }], person],
    ['invalid_valid_until', details, [{ valid_until: '2020-01-01' }], person],
    ['track_not_found', details, [{ track_id: 'none' }], person],
    ['invalid_email', details, [{}], { ...person, email: 'nobody' }],
    ['invalid_full_name', details, [{}], { ...person, full_name: '' }],
  ])('says %s and leaves nothing behind', async (code, institutionDetails, seats, who) => {
    const before = await db.value('select count(*) from public.institutions');
    await expect(create(institutionDetails, seats.map(block), who)).rejects.toMatchObject({ message: code });
    expect(await db.value('select count(*) from public.institutions')).toBe(before);
  });
});

describe('the team', () => {
  it('invites, invites again after a while, and withdraws', async () => {
    const invite = 'select public.invite_manager($1, $2, $3)';
    const email = `dean@${institution}.example.com`;
    const id = await asManager((s) => s.value(invite, [institution, email, 'The Dean']));
    expect(await refusal(invite, [institution, email.toUpperCase(), 'The Dean'])).toBe('invited_recently');
    await db.rows(`update public.manager_invitations set queued_at = now() - interval '6 minutes' where id = $1`, [id]);
    expect(await asManager((s) => s.value(invite, [institution, email, 'The Dean']))).toBe(id);
    expect(
      await db.value(
        `select count(*) from private.outbox where kind = 'manager.invite' and payload ->> 'invitation_id' = $1`,
        [id],
      ),
    ).toBe(2);
    expect(await asManager((s) => s.value('select public.institution_team($1)', [institution]))).toMatchObject({
      managers: [{ user_id: manager, me: true }],
      invitations: [{ id, email, full_name: 'The Dean' }],
    });
    await asManager((s) => s.value('select public.withdraw_manager_invitation($1)', [id]));
    expect(await asManager((s) => s.value('select public.institution_team($1)', [institution]))).toMatchObject({
      invitations: [],
    });
  });

  it('takes no staff and nobody who manages already', async () => {
    const staff = await addPerson(db, { kind: 'staff', email: `staff@${institution}.example.com` });
    const invite = 'select public.invite_manager($1, (select email from public.profiles where user_id = $2), $3)';
    const ask = (who: string) => db.owner.query(invite.replace('public.', 'private.'), [institution, who, 'Somebody']);
    await db.rows(`select set_config('request.jwt.claims', $1, false)`, [JSON.stringify({ sub: manager })]);
    await expect(ask(staff)).rejects.toMatchObject({ message: 'account_is_staff' });
    await expect(ask(manager)).rejects.toMatchObject({ message: 'already_manager' });
  });

  it('keeps its last manager', async () => {
    const second = await addPerson(db, { kind: 'institution' });
    await db.rows('insert into public.institution_managers (institution_id, user_id) values ($1, $2)', [
      institution,
      second,
    ]);
    const remove = 'select public.remove_manager($1, $2)';
    await asManager((s) => s.value(remove, [institution, second]));
    expect(await refusal(remove, [institution, manager])).toBe('last_manager');
  });

  it('keeps one of two managers who remove each other at once', async () => {
    const second = await addPerson(db, { kind: 'institution' });
    await db.rows('insert into public.institution_managers (institution_id, user_id) values ($1, $2)', [
      institution,
      second,
    ]);
    const attempts = await Promise.allSettled(
      [
        [manager, second],
        [second, manager],
      ].map(async ([who, whom]) => {
        const client = await db.connect();
        return asPerson(
          client,
          { userId: who },
          (s) => s.value('select public.remove_manager($1, $2)', [institution, whom]),
          { keep: true },
        );
      }),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(
      await db.value('select count(*) from public.institution_managers where institution_id = $1', [institution]),
    ).toBe(1);
  });
});

describe('one student', () => {
  const add = 'select public.add_student($1, $2, $3, $4, $5)';

  it('is added, added again, and refused when no seat is left', async () => {
    await addSeats(db, institution, track, 1);
    const email = `One.Student@${institution}.example.com`;
    expect(await asManager((s) => s.value(add, [institution, email, '  Zoë   Ångström ', ' 7 ', track]))).toMatchObject(
      { outcome: 'enrolled' },
    );
    expect(
      await db.rows('select email, full_name, roll_no from public.institution_students where institution_id = $1', [
        institution,
      ]),
    ).toEqual([{ email: email.toLowerCase(), full_name: 'Zoë Ångström', roll_no: '7' }]);
    expect(await asManager((s) => s.value(add, [institution, email, 'Zoë', null, track]))).toMatchObject({
      outcome: 'already_enrolled',
    });
    expect(await asManager((s) => s.value(add, [institution, 'two@example.com', 'Two', null, track]))).toEqual({
      outcome: 'refused',
      reason: 'no_seat_left',
      student_id: null,
    });
  });

  it.each([
    ['invalid_email', ['nobody', 'A', null]],
    ['invalid_email', [null, 'A', null]],
    ['invalid_full_name', ['a@example.com', ' ', null]],
    ['invalid_roll_no', ['a@example.com', 'A', 'x'.repeat(61)]],
  ])('is refused with %s', async (code, [email, name, roll]) => {
    expect(await refusal(add, [institution, email, name, roll, track])).toBe(code);
  });

  it('is invited again, not within five minutes and not once they have joined', async () => {
    await addSeats(db, institution, track);
    const { studentId } = await addStudent(db, institution, track, `again@${institution}.example.com`);
    const resend = 'select public.resend_invitation($1)';
    expect(await refusal(resend, [studentId])).toBe('invited_recently');
    await db.rows(`update public.institution_students set invited_at = now() - interval '6 minutes' where id = $1`, [
      studentId,
    ]);
    await asManager((s) => s.value(resend, [studentId]));
    expect(
      await db.value(
        `select count(*) from private.outbox where kind = 'student.invite' and payload ->> 'student_id' = $1`,
        [studentId],
      ),
    ).toBe(2);
    await asManager((s) => s.value('select public.remove_student($1)', [studentId]));
    expect(await refusal(resend, [studentId])).toBe('student_not_found');
  });
});
