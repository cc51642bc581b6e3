import { beforeAll, describe, expect, it } from 'vitest';
import {
  addInstitution,
  addModule,
  addPerson,
  addStaff,
  addTest,
  addTrack,
  insert,
  text,
} from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { addCheckedImport, addSeats, addStudent } from '../support/institutions.ts';
import { asPerson, type Session } from '../support/people.ts';

const db = useDatabase();

/** An institution with a manager and one student who has learnt, been tested, examined and certified. */
interface Campus {
  institution: string;
  manager: string;
  student: string;
  studentId: string;
  seatId: string;
  importId: string;
  invitation: string;
  certificate: string;
  file: string;
}
let track = '';
let ours: Campus;
let theirs: Campus;
let reader = '';
let otherStaff = '';

const as = <T>(userId: string, run: (s: Session) => Promise<T>) => asPerson(db.owner, { userId }, run);

async function openCampus(name: string): Promise<Campus> {
  const manager = await addPerson(db, { email: `manager@${name}.example.com`, kind: 'institution' });
  const institution = await addInstitution(db, [manager]);
  await addSeats(db, institution, track, 10);
  const student = await addPerson(db, { email: `student@${name}.example.com`, name: `Student of ${name}` });
  await db.rows('update auth.users set email_confirmed_at = now() where id = $1', [student]);
  const { studentId, seatId } = await addStudent(db, institution, track, `student@${name}.example.com`);
  const enrolment = text(await db.value('select enrolment_id from public.student_seats where id = $1', [seatId]));
  const { rows: modules } = await db.owner.query('select module_id from public.track_modules where track_id = $1', [
    track,
  ]);
  await insert(db, 'public.module_progress', {
    enrolment_id: enrolment,
    module_id: modules[0].module_id,
    user_id: student,
    status: 'completed',
    completed_at: new Date(),
  });
  const test = await db.value('select id from public.mock_tests where track_id = $1', [track]);
  const attempt = await insert(
    db,
    'public.test_attempts',
    {
      user_id: student,
      enrolment_id: enrolment,
      mock_test_id: test,
      attempt_no: 1,
      status: 'submitted',
      started_at: '2026-04-01T10:00:00Z',
      deadline_at: '2026-04-01T11:00:00Z',
      submitted_at: '2026-04-01T10:30:00Z',
      question_order: '[]',
      question_count: 1,
      score: 80,
      points: 8,
      max_points: 10,
      passed: true,
    },
    'id',
  );
  const question = await db.value('select id from public.questions where mock_test_id = $1', [test]);
  await insert(db, 'public.attempt_answers', { attempt_id: attempt, question_id: question, selected: ['a'], seq: 1 });
  const session = await insert(
    db,
    'public.exam_sessions',
    {
      user_id: student,
      enrolment_id: enrolment,
      track_id: track,
      attempt_no: 1,
      status: 'passed',
      scheduled_at: new Date(),
      score: 90,
    },
    'id',
  );
  const certificate = text(await db.value('select private.issue_certificate($1, now())', [session]));
  await insert(db, 'public.identity_verifications', {
    user_id: student,
    document_path: `${student}/passport.png`,
    document_kind: 'passport',
  });
  await insert(db, 'public.orders', {
    user_id: student,
    kind: 'addon_attempt',
    track_id: track,
    enrolment_id: enrolment,
    status: 'paid',
    price: 100,
    discount: 0,
    taxable: 100,
    total: 118,
    receipt: `r-${name}`,
    expires_at: new Date(),
    request_key: crypto.randomUUID(),
  });
  const importId = await addCheckedImport(db, institution, manager, [
    {
      row_number: 2,
      raw: { email: 'x@example.com' },
      email: 'x@example.com',
      full_name: 'X',
      roll_no: null,
      track: null,
      faults: [],
    },
  ]);
  const file = `${institution}/${manager}/${crypto.randomUUID()}.csv`;
  for (const [bucket, path] of [
    ['imports', file],
    ['identity-documents', `${student}/passport.png`],
    ['certificates', `${student}/certificate.pdf`],
    ['avatars', `${student}/me.png`],
  ]) {
    await db.rows('insert into storage.objects (bucket_id, name, owner_id) values ($1, $2, $3)', [
      bucket,
      path,
      student,
    ]);
  }
  const invitation = text(
    await db.value('select private.queue_manager_invitation($1, $2, $3, $4, now())', [
      institution,
      `colleague@${name}.example.com`,
      'A Colleague',
      manager,
    ]),
  );
  return { institution, manager, student, studentId, seatId, importId, invitation, certificate, file };
}

beforeAll(async () => {
  track = await addTrack(db);
  await addModule(db, track);
  await addTest(db, track, [{ correct: ['a'] }]);
  ours = await openCampus('ours');
  theirs = await openCampus('theirs');
  reader = await addStaff(db, ['institutions.read']);
  otherStaff = await addStaff(db, ['users.read', 'audit.read', 'leads.manage']);
});

/** Table by table: what ties a row to an institution. */
const opened: [table: string, condition: string][] = [
  ['institutions', 'id = $1'],
  ['institution_managers', 'institution_id = $1'],
  ['manager_invitations', 'institution_id = $1'],
  ['institution_seats', 'institution_id = $1'],
  ['institution_seat_use', 'institution_id = $1'],
  ['institution_students', 'institution_id = $1'],
  ['student_seats', 'institution_id = $1'],
  ['imports', 'institution_id = $1'],
  ['import_rows', 'import_id in (select i.id from public.imports i where i.institution_id = $1)'],
  ['enrolments', 'institution_id = $1'],
  ['certificates', 'institution_id = $1'],
];

describe('a manager', () => {
  it.each(opened)('reads %s of the own institution and no other', async (table, condition) => {
    await as(ours.manager, async (s) => {
      expect(
        await s.value(`select count(*) from public.${table} where ${condition}`, [ours.institution]),
      ).toBeGreaterThan(0);
      expect(await s.value(`select count(*) from public.${table} where ${condition}`, [theirs.institution])).toBe(0);
    });
    await as(theirs.student, async (s) => {
      expect(await s.value(`select count(*) from public.${table} where ${condition}`, [ours.institution])).toBe(0);
    });
  });

  it.each([
    'institution_students',
    'student_seats',
    'imports',
    'import_rows',
    'institution_seats',
    'manager_invitations',
  ])('sees nothing of %s by any id when nothing is filtered', async (table) => {
    const column = table === 'import_rows' ? 'import_id' : 'institution_id';
    const own = table === 'import_rows' ? ours.importId : ours.institution;
    expect(
      await as(ours.manager, (s) => s.value(`select count(*) from public.${table} where ${column} <> $1`, [own])),
    ).toBe(0);
  });

  it.each([
    ['orders', 'user_id'],
    ['payments', 'order_id'],
    ['refunds', 'payment_id'],
    ['invoices', 'order_id'],
    ['coupon_redemptions', 'user_id'],
    ['identity_verifications', 'user_id'],
    ['test_attempts', 'user_id'],
    ['attempt_answers', 'attempt_id'],
    ['exam_sessions', 'user_id'],
    ['module_progress', 'user_id'],
    ['consents', 'user_id'],
    ['notifications', 'user_id'],
    ['leads', 'id'],
    ['lead_notes', 'id'],
    ['audit_log', 'id'],
    ['staff_roles', 'user_id'],
  ])('sees no row of %s of the own students', async (table, column) => {
    expect(await db.value(`select to_regclass('public.${table}') is not null`)).toBe(true);
    expect(
      await as(ours.manager, (s) =>
        s.value(`select count(*) from public.${table} where ${column}::text <> $1`, [ours.manager]),
      ),
    ).toBe(0);
  });

  it('sees no profile but the own, also through an embed', async () => {
    await as(ours.manager, async (s) => {
      expect(await s.rows('select user_id from public.profiles')).toEqual([{ user_id: ours.manager }]);
      expect(
        await s.rows(
          `select p.email from public.certificates c left join public.profiles p on p.user_id = c.user_id where c.institution_id = $1`,
          [ours.institution],
        ),
      ).toEqual([{ email: null }]);
      expect(
        await s.rows(
          `select a.id from public.enrolments e left join public.test_attempts a on a.enrolment_id = e.id where e.institution_id = $1`,
          [ours.institution],
        ),
      ).toEqual([{ id: null }]);
    });
  });

  it('sees no question of a test', async () => {
    expect(await as(ours.manager, (s) => s.value('select count(*) from public.questions'))).toBe(0);
    const editor = await addStaff(db, ['tests.manage']);
    expect(await as(editor, (s) => s.value('select count(*) from public.questions'))).toBe(1);
  });

  it('reads the own files of imports; no documents, certificates or pictures of students, and nothing of others', async () => {
    await as(ours.manager, async (s) => {
      expect(await s.rows('select bucket_id, name from storage.objects order by 1')).toEqual([
        { bucket_id: 'imports', name: ours.file },
      ]);
    });
  });

  it('puts files into the own folder of the own institution only, and neither replaces nor removes one', async () => {
    const upload = 'insert into storage.objects (bucket_id, name) values ($1, $2)';
    await as(ours.manager, async (s) => {
      expect(await s.count(upload, ['imports', `${ours.institution}/${ours.manager}/new.csv`])).toBe(1);
      for (const path of [
        `${theirs.institution}/${ours.manager}/new.csv`,
        `${ours.institution}/${theirs.manager}/new.csv`,
        `${ours.manager}/new.csv`,
      ]) {
        expect((await s.refusal(upload, ['imports', path])).code, path).toBe('42501');
      }
      expect((await s.refusal(upload, ['certificates', `${ours.manager}/x.pdf`])).code).toBe('42501');
      expect(await s.count(`update storage.objects set metadata = '{}' where bucket_id = 'imports'`)).toBe(0);
      expect(await s.count(`delete from storage.objects where bucket_id = 'imports'`)).toBe(0);
    });
  });

  it.each([
    ['institution_overview', 'select public.institution_overview($1)', 'institution'],
    ['list_students', 'select public.list_students($1)', 'institution'],
    ['institution_team', 'select public.institution_team($1)', 'institution'],
    [
      'add_student',
      `select public.add_student($1, 'n@example.com', 'N', null, (select min(id) from public.tracks))`,
      'institution',
    ],
    ['invite_manager', `select public.invite_manager($1, 'n@example.com', 'N')`, 'institution'],
    ['remove_student', 'select public.remove_student($1)', 'studentId'],
    ['confirm_import', 'select public.confirm_import($1)', 'importId'],
    ['cancel_import', 'select public.cancel_import($1)', 'importId'],
    ['withdraw_manager_invitation', 'select public.withdraw_manager_invitation($1)', 'invitation'],
  ] as const)(
    'calls %s for the own institution; another’s id, or a made-up one, is refused',
    async (name, sql, key) => {
      await as(ours.manager, async (s) => {
        await s.rows(sql, [ours[key]]);
        expect((await s.refusal(sql, [theirs[key]])).code).toBe('42501');
        expect((await s.refusal(sql, [crypto.randomUUID()])).code).toBe('42501');
      });
      for (const stranger of [ours.student, otherStaff]) {
        expect((await as(stranger, (s) => s.refusal(sql, [ours[key]]))).code).toBe('42501');
      }
    },
  );

  it.each([
    ['undo_import', 'select public.undo_import($1)', 'importId'],
    ['resend_invitation', 'select public.resend_invitation($1)', 'studentId'],
    ['remove_manager', 'select public.remove_manager($1, auth.uid())', 'institution'],
    ['create_import', `select public.create_import($1, 'a', 'b')`, 'institution'],
  ] as const)('is refused %s by another’s id, and told the reason by the own', async (_name, sql, key) => {
    await as(ours.manager, async (s) => {
      expect((await s.refusal(sql, [ours[key]])).code).toBe('P0001');
      expect((await s.refusal(sql, [theirs[key]])).code).toBe('42501');
    });
  });

  it.each(opened.map(([table]) => table).filter((table) => table !== 'institution_seat_use'))(
    'writes %s only through functions',
    async (table) => {
      await as(ours.manager, async (s) => {
        expect((await s.refusal(`delete from public.${table}`)).code).toBe('42501');
        expect((await s.refusal(`insert into public.${table} default values`)).code).toBe('42501');
      });
    },
  );

  it('cannot raise the number of seats', async () => {
    expect((await as(ours.manager, (s) => s.refusal('update public.institution_seats set seats = 1000'))).code).toBe(
      '42501',
    );
  });

  it('is out at the next request once removed, or once the institution is suspended', async () => {
    const second = await addPerson(db, { kind: 'institution' });
    await db.rows('insert into public.institution_managers (institution_id, user_id) values ($1, $2)', [
      ours.institution,
      second,
    ]);
    const sees = () =>
      as(second, (s) =>
        s.value('select count(*) from public.institution_students where institution_id = $1', [ours.institution]),
      );
    const calls = () => as(second, (s) => s.refusal('select public.list_students($1)', [ours.institution]));
    expect(await sees()).toBe(1);
    await asPerson(
      db.owner,
      { userId: ours.manager },
      (s) => s.value('select public.remove_manager($1, $2)', [ours.institution, second]),
      { keep: true },
    );
    expect(await sees()).toBe(0);
    expect((await calls()).code).toBe('42501');
    expect(
      (
        await as(second, (s) =>
          s.refusal('insert into storage.objects (bucket_id, name) values ($1, $2)', [
            'imports',
            `${ours.institution}/${second}/a.csv`,
          ]),
        )
      ).code,
    ).toBe('42501');

    await db.rows(`update public.institutions set status = 'suspended' where id = $1`, [theirs.institution]);
    expect(
      (await as(theirs.manager, (s) => s.refusal('select public.list_students($1)', [theirs.institution]))).code,
    ).toBe('42501');
    await db.rows(`update public.institutions set status = 'active' where id = $1`, [theirs.institution]);
    expect(
      await as(theirs.manager, (s) => s.value('select public.list_students($1)', [theirs.institution])),
    ).toMatchObject({ total: 1 });
  });

  it('is not staff: no permission, no right of staff', async () => {
    await as(ours.manager, async (s) => {
      expect(await s.value('select public.my_access()')).toMatchObject({ kind: 'institution', permissions: [] });
      expect(
        await s.value(
          `select bool_or(private.has_permission(p.id)) from unnest(array['institutions.read','institutions.manage','users.read','certificates.read']) as p(id)`,
        ),
      ).toBe(false);
    });
  });
});

describe('staff', () => {
  it.each(opened.filter(([table]) => table !== 'enrolments' && table !== 'certificates'))(
    'with institutions.read see %s of every institution, others none',
    async (table, condition) => {
      for (const { institution } of [ours, theirs]) {
        expect(
          await as(reader, (s) => s.value(`select count(*) from public.${table} where ${condition}`, [institution])),
        ).toBeGreaterThan(0);
        expect(
          await as(otherStaff, (s) =>
            s.value(`select count(*) from public.${table} where ${condition}`, [institution]),
          ),
        ).toBe(0);
      }
    },
  );

  it('with institutions.read look on, with institutions.manage they act', async () => {
    const actor = await addStaff(db, ['institutions.manage']);
    expect(await as(reader, (s) => s.value('select public.list_students($1)', [ours.institution]))).toMatchObject({
      total: 1,
    });
    expect((await as(reader, (s) => s.refusal('select public.remove_student($1)', [ours.studentId]))).code).toBe(
      '42501',
    );
    expect(await as(actor, (s) => s.value('select public.remove_student($1)', [ours.studentId]))).toEqual({
      seats_released: 0,
      seats_kept: 1,
    });
  });
});

describe('a visitor', () => {
  it.each(opened.map(([table]) => table))('reads nothing of %s', async (table) => {
    expect((await asPerson(db.owner, {}, (s) => s.refusal(`select 1 from public.${table}`))).code).toBe('42501');
  });
});

describe('the archive of certificates', () => {
  const ask = (userId: string, institution: string) =>
    asPerson(db.owner, { role: 'service_role' }, async (s) => ({
      rows: () => s.rows('select id from public.system_institution_certificates($1, $2)', [userId, institution]),
      refusal: await s
        .refusal('select id from public.system_institution_certificates($1, $2)', [userId, institution])
        .catch(() => null),
    }));

  it('is given for who manages the institution at that moment', async () => {
    expect(
      await asPerson(db.owner, { role: 'service_role' }, (s) =>
        s.rows('select id from public.system_institution_certificates($1, $2)', [ours.manager, ours.institution]),
      ),
    ).toEqual([{ id: ours.certificate }]);
    for (const stranger of [theirs.manager, ours.student, otherStaff, reader]) {
      expect((await ask(stranger, ours.institution)).refusal?.code).toBe('42501');
    }
  });
});
