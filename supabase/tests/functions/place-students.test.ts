import { beforeEach, describe, expect, it } from 'vitest';
import { addInstitution, addModule, addPerson, addTrack, enrol } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { addSeats, addStudent, placeStudents, studentRow, type Placed } from '../support/institutions.ts';

const db = useDatabase();
let institution = '';
let track = '';
let module = '';

beforeEach(async () => {
  institution = await addInstitution(db);
  track = await addTrack(db);
  module = await addModule(db, track);
});

const confirmed = async (email: string, options = {}) => {
  const id = await addPerson(db, { email, ...options });
  await db.rows('update auth.users set email_confirmed_at = now() where id = $1', [id]);
  return id;
};
const outcomes = (placed: Placed[]) => placed.map(({ outcome, reason }) => reason ?? outcome);
const used = () =>
  db.value('select sum(used)::int from public.institution_seat_use where institution_id = $1', [institution]);
const invitations = () => db.value(`select count(*) from private.outbox where kind = 'student.invite'`);

describe('giving seats', () => {
  it('seats students without an account, invites each once, and makes no enrolment yet', async () => {
    await addSeats(db, institution, track);
    const before = Number(await invitations());
    const placed = await placeStudents(db.owner, institution, [
      studentRow(2, track, 'new-a@example.com'),
      studentRow(3, track, 'new-b@example.com'),
    ]);
    expect(outcomes(placed)).toEqual(['enrolled', 'enrolled']);
    expect(await used()).toBe(2);
    expect(Number(await invitations()) - before).toBe(2);
    expect(await db.value('select count(*) from public.enrolments where institution_id = $1', [institution])).toBe(0);
  });

  it('spreads the invitations of a file, so that other work that falls due goes between them', async () => {
    await addSeats(db, institution, track);
    const [first, , last] = await placeStudents(
      db.owner,
      institution,
      [2, 3, 9].map((number) => studentRow(number, track, `spread-${number}-${institution}@example.com`)),
    );
    const due = (seatId: unknown) =>
      db.value(
        `select o.next_attempt_at - o.created_at from private.outbox o join public.student_seats ss on o.payload ->> 'student_id' = ss.student_id::text where ss.id = $1`,
        [seatId],
      );
    expect([await due(first?.seat_id), await due(last?.seat_id)]).toEqual([
      { milliseconds: 100 },
      { milliseconds: 450 },
    ]);
  });

  it('enrols a person who has an account at once, keeps the account, and sends a mail and no invitation', async () => {
    await addSeats(db, institution, track);
    const asha = await confirmed('asha@example.com', { name: 'Asha Own Name' });
    const [placed] = await placeStudents(db.owner, institution, [studentRow(2, track, 'asha@example.com')]);
    expect(
      await db.rows('select source, status, institution_id from public.enrolments where user_id = $1', [asha]),
    ).toEqual([{ source: 'institution', status: 'active', institution_id: institution }]);
    expect(await db.value('select full_name from public.profiles where user_id = $1', [asha])).toBe('Asha Own Name');
    expect(
      await db.rows(`select kind, payload ->> 'template' as template from private.outbox where payload::text like $1`, [
        `%${placed?.seat_id}%`,
      ]),
    ).toEqual([{ kind: 'email.send', template: 'student_enrolled' }]);
  });

  it('enrols nobody twice: by the same seat, by an own enrolment, or by the same row again', async () => {
    await addSeats(db, institution, track);
    const own = await confirmed('own@example.com');
    await enrol(db, own, track);
    const rows = [
      studentRow(2, track, 'own@example.com'),
      studentRow(3, track, 'once@example.com'),
      studentRow(4, track, 'once@example.com'),
    ];
    expect(outcomes(await placeStudents(db.owner, institution, rows))).toEqual([
      'already_enrolled',
      'enrolled',
      'already_enrolled',
    ]);
    expect(outcomes(await placeStudents(db.owner, institution, rows))).toEqual([
      'already_enrolled',
      'already_enrolled',
      'already_enrolled',
    ]);
    expect(await used()).toBe(1);
    expect(
      await db.value('select institution_id from public.enrolments where user_id = $1', [own]),
      'an own enrolment stays out of sight of the institution',
    ).toBeNull();
  });

  it.each([
    ['staff', { kind: 'staff' as const }],
    ['a manager', { kind: 'institution' as const }],
    ['a suspended person', { status: 'suspended' as const }],
  ])('refuses the account of %s', async (_what, options) => {
    await addSeats(db, institution, track);
    const email = `closed-${crypto.randomUUID()}@example.com`;
    await confirmed(email, options);
    expect(outcomes(await placeStudents(db.owner, institution, [studentRow(2, track, email)]))).toEqual([
      'account_not_open',
    ]);
    expect(await used()).toBe(0);
  });

  it('takes an account whose address nobody confirmed for none', async () => {
    await addSeats(db, institution, track);
    const stranger = await addPerson(db, { email: 'unconfirmed@example.com' });
    expect(
      outcomes(await placeStudents(db.owner, institution, [studentRow(2, track, 'unconfirmed@example.com')])),
    ).toEqual(['enrolled']);
    expect(await db.value('select count(*) from public.enrolments where user_id = $1', [stranger])).toBe(0);
  });

  it('fills the block that ends first, then the next, and refuses the rest in the order of the rows', async () => {
    const late = await addSeats(db, institution, track, 1, '2999-12-31');
    const soon = await addSeats(db, institution, track, 2, '2998-12-31');
    await addSeats(db, institution, track, 9, '2020-01-01');
    const placed = await placeStudents(
      db.owner,
      institution,
      [2, 3, 4, 5].map((number) => studentRow(number, track, `fill-${number}-${institution}@example.com`)),
    );
    expect(outcomes(placed)).toEqual(['enrolled', 'enrolled', 'enrolled', 'no_seat_left']);
    const blocks = await db.rows(
      'select block_id, count(*) from public.student_seats where institution_id = $1 group by 1 order by 2 desc',
      [institution],
    );
    expect(blocks).toEqual([
      { block_id: soon, count: 2 },
      { block_id: late, count: 1 },
    ]);
  });

  it('tells expired seats and a track without any apart', async () => {
    const other = await addTrack(db);
    await addSeats(db, institution, track, 5, '2020-01-01');
    expect(
      outcomes(
        await placeStudents(db.owner, institution, [
          studentRow(2, track, 'late@example.com'),
          studentRow(3, other, 'late@example.com'),
        ]),
      ),
    ).toEqual(['seats_expired', 'track_without_seats']);
  });

  it('never gives a seat twice when two connections want the last ones at once', async () => {
    await addSeats(db, institution, track, 25);
    const [one, two] = await Promise.all([db.connect(), db.connect()]);
    const batch = (name: string) =>
      Array.from({ length: 20 }, (_, index) => studentRow(index + 2, track, `${name}-${index}@race.example.com`));
    // Both begin before either commits: the first still holds its locks while the second asks.
    await one.query('begin');
    await two.query('begin');
    const first = await placeStudents(one, institution, batch('one'));
    const second = placeStudents(two, institution, batch('two'));
    await expect
      .poll(() =>
        db.value(
          `select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        ),
      )
      .toBe(1);
    await one.query('commit');
    const placedSecond = await second;
    await two.query('commit');
    const given = (placed: Placed[]) => placed.filter(({ outcome }) => outcome === 'enrolled').length;
    expect([given(first), given(placedSecond)]).toEqual([20, 5]);
    expect(outcomes(placedSecond).filter((outcome) => outcome === 'no_seat_left')).toHaveLength(15);
    expect(await used()).toBe(25);
  });

  it('survives eight connections that enrol at random without giving one seat too many or locking each other up', async () => {
    const other = await addTrack(db);
    await addSeats(db, institution, track, 30);
    await addSeats(db, institution, other, 20);
    const clients = await Promise.all(Array.from({ length: 8 }, () => db.connect()));
    const results = await Promise.all(
      clients.map((client, which) =>
        placeStudents(
          client,
          institution,
          Array.from({ length: 12 }, (_, index) =>
            studentRow(index + 2, (index + which) % 2 ? track : other, `many-${which}-${index}@race.example.com`),
          ),
        ),
      ),
    );
    expect(results.flat().filter(({ outcome }) => outcome === 'enrolled')).toHaveLength(50);
    expect(await used()).toBe(50);
  });
});

describe('an account that comes later', () => {
  it('takes up the seats that wait for its address once that is confirmed, and not before', async () => {
    await addSeats(db, institution, track);
    const { studentId, seatId } = await addStudent(db, institution, track, 'later@example.com');
    const person = await addPerson(db, { email: 'Later@Example.com' });
    expect(await db.value('select user_id from public.institution_students where id = $1', [studentId])).toBeNull();
    await db.rows('update auth.users set email_confirmed_at = now() where id = $1', [person]);
    expect(await db.value('select user_id from public.institution_students where id = $1', [studentId])).toBe(person);
    expect(
      await db.rows(
        'select e.user_id, e.institution_id, e.attempts_included > 0 as attempts from public.student_seats ss join public.enrolments e on e.id = ss.enrolment_id where ss.id = $1',
        [seatId],
      ),
    ).toEqual([{ user_id: person, institution_id: institution, attempts: true }]);
  });

  it('frees the seat of a track that the person has bought meanwhile', async () => {
    await addSeats(db, institution, track);
    const { seatId } = await addStudent(db, institution, track, 'bought@example.com');
    const person = await addPerson(db, { email: 'bought@example.com' });
    await enrol(db, person, track);
    await db.rows('update auth.users set email_confirmed_at = now() where id = $1', [person]);
    expect(await db.value('select released_at is not null from public.student_seats where id = $1', [seatId])).toBe(
      true,
    );
    expect(await used()).toBe(0);
  });
});

describe('removing', () => {
  it('frees the seat of a student who has not begun and ends the enrolment', async () => {
    await addSeats(db, institution, track);
    const person = await confirmed('idle@example.com');
    const { studentId } = await addStudent(db, institution, track, 'idle@example.com');
    await db.rows(`select set_config('request.jwt.claims', $1, false)`, [
      JSON.stringify({ sub: await managerOf(institution) }),
    ]);
    expect(await db.value('select private.remove_student($1)', [studentId])).toEqual({
      seats_released: 1,
      seats_kept: 0,
    });
    expect(await db.value('select status from public.enrolments where user_id = $1', [person])).toBe('revoked');
    expect(await used()).toBe(0);
  });

  it('leaves a track that was begun to the person, out of sight, on a used seat; enrolled again, it is as before', async () => {
    await addSeats(db, institution, track, 1);
    const person = await confirmed('begun@example.com');
    const { studentId, seatId } = await addStudent(db, institution, track, 'begun@example.com');
    await db.rows(
      `insert into public.module_progress (enrolment_id, module_id, user_id, status)
       select enrolment_id, $2, $3, 'in_progress' from public.student_seats where id = $1`,
      [seatId, module, person],
    );
    await db.rows(`select set_config('request.jwt.claims', $1, false)`, [
      JSON.stringify({ sub: await managerOf(institution) }),
    ]);
    expect(await db.value('select private.remove_student($1)', [studentId])).toEqual({
      seats_released: 0,
      seats_kept: 1,
    });
    expect(await db.rows('select status, institution_id from public.enrolments where user_id = $1', [person])).toEqual([
      { status: 'active', institution_id: null },
    ]);
    expect(await used()).toBe(1);

    expect(outcomes(await placeStudents(db.owner, institution, [studentRow(2, track, 'begun@example.com')]))).toEqual([
      'already_enrolled',
    ]);
    expect(await db.value('select institution_id from public.enrolments where user_id = $1', [person])).toBe(
      institution,
    );
    expect(await db.value('select status from public.institution_students where id = $1', [studentId])).toBe('active');
    expect(await used()).toBe(1);
  });
});

async function managerOf(institutionId: string): Promise<string> {
  const manager = await addPerson(db, { kind: 'institution' });
  await db.rows('insert into public.institution_managers (institution_id, user_id) values ($1, $2)', [
    institutionId,
    manager,
  ]);
  return manager;
}
