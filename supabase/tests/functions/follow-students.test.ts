import { beforeAll, describe, expect, it } from 'vitest';
import { addInstitution, addModule, addPerson, addTest, addTrack, insert, text } from '../support/builders.ts';
import { useDatabase, type Row } from '../support/database.ts';
import { addSeats, addStudent } from '../support/institutions.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
let manager = '';
let institution = '';
let foundations = '';
let leadership = '';
let modules: string[] = [];
let test = '';

const days = (count: number) => new Date(Date.now() - count * 86_400_000);

/** A student with an account, on a seat given some days ago. */
async function joined(
  name: string,
  track: string,
  ago: number,
): Promise<{ user: string; enrolment: string; seat: string }> {
  const email = `${name.toLowerCase()}@campus.example.com`;
  const user =
    (await db.value('select user_id from public.profiles where email = $1', [email])) ??
    (await addPerson(db, { email }));
  await db.rows('update auth.users set email_confirmed_at = now() where id = $1 and email_confirmed_at is null', [
    user,
  ]);
  const { seatId, studentId } = await addStudent(db, institution, track, email);
  await db.rows('update public.institution_students set full_name = $2, joined_at = $3 where id = $1', [
    studentId,
    name,
    days(ago),
  ]);
  await db.rows('update public.student_seats set assigned_at = $2 where id = $1', [seatId, days(ago)]);
  return {
    user: text(user),
    enrolment: text(await db.value('select enrolment_id from public.student_seats where id = $1', [seatId])),
    seat: seatId,
  };
}

async function done(student: { user: string; enrolment: string }, count: number, ago: number) {
  for (const module_id of modules.slice(0, count)) {
    await insert(db, 'public.module_progress', {
      enrolment_id: student.enrolment,
      module_id,
      user_id: student.user,
      status: 'completed',
      completed_at: days(ago),
      updated_at: days(ago),
    });
  }
}

async function tested(student: { user: string; enrolment: string }, score: number, ago: number, attempt_no = 1) {
  await insert(db, 'public.test_attempts', {
    user_id: student.user,
    enrolment_id: student.enrolment,
    mock_test_id: test,
    attempt_no,
    status: 'submitted',
    started_at: days(ago),
    deadline_at: days(ago - 1),
    submitted_at: days(ago),
    question_order: '[]',
    question_count: 1,
    score,
    points: score / 10,
    max_points: 10,
    passed: score >= 60,
  });
}

const sat = async (student: { user: string; enrolment: string }, status: string, score: number, attempt_no = 1) =>
  text(
    await insert(
      db,
      'public.exam_sessions',
      {
        user_id: student.user,
        enrolment_id: student.enrolment,
        track_id: foundations,
        attempt_no,
        status,
        scheduled_at: days(1),
        submitted_at: days(1),
        score,
      },
      'id',
    ),
  );

beforeAll(async () => {
  manager = await addPerson(db, { kind: 'institution' });
  institution = await addInstitution(db, [manager]);
  foundations = await addTrack(db, { name: 'Foundations', attempts_included: 1, position: 1 });
  leadership = await addTrack(db, { name: 'Leadership', position: 2 });
  modules = [
    await addModule(db, foundations),
    await addModule(db, foundations),
    await addModule(db, foundations),
    await addModule(db, foundations),
  ];
  await addModule(db, leadership);
  test = (await addTest(db, foundations, [{ correct: ['a'] }])).id;
  await addSeats(db, institution, foundations, 20);
  await addSeats(db, institution, leadership, 5);
  await addSeats(db, institution, leadership, 7, '2020-01-01');

  const { studentId } = await addStudent(db, institution, foundations, 'invited@campus.example.com');
  await db.rows(`update public.institution_students set full_name = 'Invited' where id = $1`, [studentId]);
  await db.rows('update public.student_seats set assigned_at = $2 where student_id = $1', [studentId, days(20)]);

  await joined('Fresh', foundations, 3);
  await joined('Idle', foundations, 30);
  const learning = await joined('Learning', foundations, 40);
  await done(learning, 1, 2);
  const away = await joined('Away', foundations, 60);
  await done(away, 2, 30);
  const ready = await joined('Ready', foundations, 50);
  await done(ready, 4, 5);
  await tested(ready, 55, 6);
  await tested(ready, 85, 4, 2);
  const failed = await joined('Failed', foundations, 50);
  await done(failed, 4, 9);
  await tested(failed, 70, 8);
  await sat(failed, 'failed', 40);
  const certified = await joined('Certified', foundations, 50);
  await done(certified, 4, 9);
  await tested(certified, 90, 8);
  await db.value('select private.issue_certificate($1, now())', [await sat(certified, 'passed', 92)]);
  // The same person on two tracks is two rows.
  await joined('Fresh', leadership, 3);
});

const ask = (more = '') =>
  asPerson(db.owner, { userId: manager }, (s) => s.value(`select public.list_students($1${more})`, [institution]));

async function list(more = ''): Promise<{ total: number; rows: Row[] }> {
  const answer = await ask(more);
  if (
    typeof answer !== 'object' ||
    answer === null ||
    !('rows' in answer) ||
    !('total' in answer) ||
    !Array.isArray(answer.rows)
  ) {
    throw new Error('A page was expected');
  }
  return { total: Number(answer.total), rows: answer.rows };
}
const names = async (more = '') => (await list(more)).rows.map(({ full_name }) => full_name);

describe('where students stand', () => {
  it('is told by what they did', async () => {
    const { rows, total } = await list();
    expect(total).toBe(9);
    expect(
      rows.map(({ full_name, track_name, state, percent, best_test_score, exam_status, exam_score, risk }) => [
        full_name,
        track_name,
        state,
        percent,
        best_test_score,
        exam_status,
        exam_score,
        risk,
      ]),
    ).toEqual([
      ['Away', 'Foundations', 'learning', 50, null, null, null, 'inactive'],
      ['Certified', 'Foundations', 'certified', 100, 90, 'passed', 92, null],
      ['Failed', 'Foundations', 'completed', 100, 70, 'failed', 40, 'exam_failed'],
      ['Fresh', 'Foundations', 'not_started', 0, null, null, null, null],
      ['Fresh', 'Leadership', 'not_started', 0, null, null, null, null],
      ['Idle', 'Foundations', 'not_started', 0, null, null, null, 'not_started'],
      ['Invited', 'Foundations', 'invited', 0, null, null, null, 'not_joined'],
      ['Learning', 'Foundations', 'learning', 25, null, null, null, null],
      ['Ready', 'Foundations', 'completed', 100, 85, null, null, null],
    ]);
    expect(rows.find(({ full_name }) => full_name === 'Certified')?.certificate_number).toMatch(/^AIR-/);
  });

  it('is summed up by track, with seats that are still valid', async () => {
    const overview = await asPerson(db.owner, { userId: manager }, (s) =>
      s.value('select public.institution_overview($1)', [institution]),
    );
    expect(overview).toMatchObject({
      students: 8,
      invited: 1,
      joined: 7,
      certified: 1,
      at_risk: 4,
      seats: [
        { track_name: 'Foundations', seats: 20, used: 8, left: 12, valid: true },
        { track_name: 'Leadership', seats: 7, used: 0, valid: false },
        { track_name: 'Leadership', seats: 5, used: 1, left: 4, valid: true },
      ],
      tracks: [
        {
          track_name: 'Foundations',
          left: 12,
          students: 8,
          invited: 1,
          not_started: 2,
          learning: 2,
          completed: 2,
          certified: 1,
          test_passed: 3,
          exam_passed: 1,
          exam_failed: 1,
          average_test_score: 81.7,
          completion: { none: 2, started: 1, half: 1, done: 3 },
        },
        { track_name: 'Leadership', left: 4, students: 1, average_test_score: null },
      ],
    });
  });
});

describe('the list', () => {
  it.each([
    [`, p_state => 'at_risk'`, ['Away', 'Failed', 'Idle', 'Invited']],
    [`, p_state => 'completed'`, ['Failed', 'Ready']],
    [`, p_progress => 'half'`, ['Away']],
    [`, p_progress => 'done', p_sort => 'score', p_descending => true`, ['Certified', 'Ready', 'Failed']],
    [`, p_search => 'FRESH'`, ['Fresh', 'Fresh']],
    [`, p_search => 'fresh', p_state => 'not_started'`, ['Fresh', 'Fresh']],
    [`, p_search => 'ready@campus'`, ['Ready']],
    [`, p_search => '%'`, []],
  ])('is filtered by %s', async (more, expected) => {
    expect(await names(more)).toEqual(expected);
  });

  it('is filtered by track', async () => {
    expect(await names(`, p_track_id => '${leadership}'`)).toEqual(['Fresh']);
    expect(await names(`, p_track_id => '${leadership}', p_sort => 'percent'`)).toEqual(['Fresh']);
  });

  it.each([
    ['name', 'Ready', 'Away'],
    ['percent', 'Certified', 'Fresh'],
    ['score', 'Certified', 'Failed'],
    ['activity', 'Certified', 'Fresh'],
    ['email', 'Ready', 'Away'],
  ])('is sorted by %s both ways', async (sort, last, first) => {
    expect((await names(`, p_sort => '${sort}', p_descending => true`))[0]).toBe(last);
    expect((await names(`, p_sort => '${sort}'`))[0]).toBe(first);
  });

  it.each(['name', 'percent', 'activity', 'assigned'])(
    'shows each row once over its pages when sorted by %s',
    async (sort) => {
      const pages: Awaited<ReturnType<typeof list>>[] = [];
      for (const offset of [0, 4, 8, 12]) {
        pages.push(await list(`, p_sort => '${sort}', p_limit => 4, p_offset => ${offset}`));
      }
      expect(pages.map(({ rows }) => rows.length)).toEqual([4, 4, 1, 0]);
      expect(new Set(pages.flatMap(({ rows }) => rows.map(({ seat_id }) => seat_id))).size).toBe(9);
      expect(pages.slice(0, 3).map(({ total }) => total)).toEqual([9, 9, 9]);
    },
  );

  it('refuses an order or a filter that does not exist', async () => {
    expect(
      await asPerson(db.owner, { userId: manager }, (s) =>
        s.refusal(`select public.list_students($1, p_sort => 'password')`, [institution]),
      ),
    ).toMatchObject({ code: 'P0001', message: 'invalid_filter' });
  });

  it('leaves out who was removed', async () => {
    const id = await db.value(`select id from public.institution_students where full_name = 'Idle'`);
    await asPerson(db.owner, { userId: manager }, async (s) => {
      await s.value('select public.remove_student($1)', [id]);
      expect(await s.value('select public.list_students($1)', [institution])).toMatchObject({ total: 8 });
    });
  });
});
