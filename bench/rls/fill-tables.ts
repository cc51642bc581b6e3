/** People who ask in the benchmark; the numbers fit `personId`. */
export const learner = 5;
export const manager = 1_000_001;
export const staff = 1_000_002;
export const institution = 7;

const uuid = (group: string, expression: string) =>
  `('${group}-0000-4000-8000-' || lpad((${expression})::text, 12, '0'))::uuid`;
const uuidOf = (group: string, number: number) => `${group}-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const personId = (number: number) => uuidOf('00000001', number);
export const institutionId = (number: number) => uuidOf('00000002', number);

/**
 * SQL that fills every table of the learner's lists with `rows` rows: ten to each person, spread over ten tracks.
 * One person in five belongs to one of a hundred institutions.
 */
export function fillTables(rows: number): string {
  const people = rows / 10;
  const person = (expression: string) => uuid('00000001', expression);
  const enrolment = uuid('00000003', 'i');
  const track = `'track-' || (i % 10)`;
  const owner = person('i / 10');
  const when = `timestamptz '2026-01-01 00:00:00+00' + make_interval(secs => i)`;
  const campus = `case when (i / 10) % 5 = 0 then ${uuid('00000002', '(i / 50) % 100')} end`;
  const series = `generate_series(0, ${rows - 1}) i`;
  return `
    insert into public.profiles (user_id, email, full_name, kind)
      select ${person('i')}, 'person-' || i || '@example.com', 'Person ' || i, 'learner' from generate_series(0, ${people - 1}) i;
    insert into public.profiles (user_id, email, full_name, kind) values
      ('${personId(manager)}', 'manager@example.com', 'Manager', 'institution'), ('${personId(staff)}', 'staff@example.com', 'Staff', 'staff');
    insert into public.staff_roles (user_id, role_id) values ('${personId(staff)}', 'super-admin');
    insert into public.institutions (id, kind, name, contact_name, contact_email)
      select ${uuid('00000002', 'i')}, 'university', 'University ' || i, 'Contact', 'contact-' || i || '@example.com' from generate_series(0, 99) i;
    insert into public.institution_managers (institution_id, user_id) values ('${institutionId(institution)}', '${personId(manager)}');
    insert into public.tracks (id, name, tagline, description, color, icon, duration_hours, price, addon_price, renewal_price,
        passing_score, validity_months, access_months, attempts_included, exam_minutes, cooldown_hours, position)
      select 'track-' || i, 'Track ' || i, '', '', 'brand', 'brain', 10, 100000, 10000, 10000, 70, 24, 12, 2, 45, 24, i from generate_series(0, 9) i;
    insert into public.modules (id, title, description, body, duration_minutes, difficulty)
      select ${uuid('00000004', 'i')}, 'Module ' || i, '', '', 30, 'beginner' from generate_series(0, 9) i;
    insert into public.track_modules (track_id, module_id, position) select 'track-' || i, ${uuid('00000004', 'i')}, 1 from generate_series(0, 9) i;
    insert into public.mock_tests (id, track_id, title, description, duration_minutes, passing_score, shuffle, review, position)
      select ${uuid('00000005', 'i')}, 'track-' || i, 'Test', '', 30, 60, true, 'after_submit', 1 from generate_series(0, 9) i;
    insert into public.enrolments (id, user_id, track_id, source, status, enrolled_at, expires_at, attempts_included, institution_id)
      select ${enrolment}, ${owner}, ${track}, 'grant', 'active', ${when}, ${when} + interval '1 year', 2, ${campus} from ${series};
    insert into public.module_progress (enrolment_id, module_id, user_id, status, updated_at)
      select ${enrolment}, ${uuid('00000004', 'i % 10')}, ${owner}, 'in_progress', ${when} from ${series};
    insert into public.test_attempts (id, user_id, enrolment_id, mock_test_id, attempt_no, status, started_at, deadline_at, submitted_at,
        question_order, question_count, score, points, max_points, passed)
      select ${uuid('00000006', 'i')}, ${owner}, ${enrolment}, ${uuid('00000005', 'i % 10')}, 1, 'submitted', ${when}, ${when} + interval '30 min', ${when} + interval '20 min',
        '[]', 20, 80, 16, 20, true from ${series};
    insert into public.orders (id, user_id, kind, track_id, enrolment_id, status, price, discount, taxable, total, receipt, paid_at, expires_at, request_key, created_at)
      select ${uuid('00000007', 'i')}, ${owner}, 'enrolment', ${track}, ${enrolment}, 'paid', 100000, 0, 100000, 118000, 'receipt-' || i, ${when}, ${when} + interval '1 day', 'key-' || i, ${when} from ${series};
    insert into public.exam_sessions (id, user_id, enrolment_id, track_id, attempt_no, status, scheduled_at, decided_at, score, created_at)
      select ${uuid('00000008', 'i')}, ${owner}, ${enrolment}, ${track}, 1, 'passed', ${when}, ${when} + interval '2 hours', 85, ${when} from ${series};
    insert into public.certificates (id, number, user_id, track_id, enrolment_id, cycle, status, holder_name, track_name, score, issued_at, expires_at, institution_id)
      select ${uuid('00000009', 'i')}, 'BENCH-' || i, ${owner}, ${track}, ${enrolment}, 1, 'issued', 'Person', 'Track', 85, ${when}, ${when} + interval '2 years',
        ${campus} from ${series};
    insert into public.imports (id, institution_id, path, file_name, status, rows_total, rows_enrolled, created_at)
      select ${uuid('0000000a', 'i')}, ${uuid('00000002', 'i % 100')}, 'bench/' || i || '.csv', 'students.csv', 'done', 40, 40, ${when} from ${series};
    analyze;
  `;
}
