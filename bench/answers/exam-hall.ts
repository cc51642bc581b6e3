import { startBenchDatabase, type BenchDatabase } from '../support/bench-database.ts';

export const learners = 2000;
export const questions = 20;

const id = (group: string, expression: string) =>
  `('${group}-0000-4000-8000-' || lpad((${expression})::text, 12, '0'))`;
const idOf = (group: string, number: number) => `${group}-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const personOf = (learner: number) => idOf('00000001', learner);
export const attemptOf = (learner: number) => idOf('00000006', learner);
export const questionOf = (question: number) => idOf('00000007', question);

/** The same ids as SQL expressions, for scripts that draw the numbers themselves. */
export const sql = {
  person: (expression: string) => id('00000001', expression),
  attempt: (expression: string) => `${id('00000006', expression)}::uuid`,
  question: (expression: string) => id('00000007', expression),
};

/** Two thousand learners, each with a running attempt of the same test of twenty questions that began a minute ago. */
const fill = `
  insert into public.profiles (user_id, email, full_name, kind)
    select ${sql.person('i')}::uuid, 'person-' || i || '@example.com', 'Person ' || i, 'learner' from generate_series(0, ${learners - 1}) i;
  insert into public.tracks (id, name, tagline, description, color, icon, duration_hours, price, addon_price, renewal_price,
      passing_score, validity_months, access_months, attempts_included, exam_minutes, cooldown_hours, position)
    values ('track', 'Track', '', '', 'brand', 'brain', 10, 100000, 10000, 10000, 70, 24, 12, 2, 45, 24, 1);
  insert into public.mock_tests (id, track_id, title, description, duration_minutes, passing_score, shuffle, review, position)
    values ('${idOf('00000005', 0)}', 'track', 'Test', '', 60, 60, true, 'after_submit', 1);
  insert into public.questions (id, mock_test_id, kind, prompt, options, points, position)
    select ${sql.question('i')}::uuid, '${idOf('00000005', 0)}', 'single', 'Question ' || i,
      '[{"id":"a","text":"A"},{"id":"b","text":"B"},{"id":"c","text":"C"},{"id":"d","text":"D"}]', 1, i from generate_series(0, ${questions - 1}) i;
  insert into private.answer_keys (question_id, correct, explanation)
    select ${sql.question('i')}::uuid, array['a'], 'Because.' from generate_series(0, ${questions - 1}) i;
  insert into public.enrolments (id, user_id, track_id, source, status, enrolled_at, expires_at, attempts_included)
    select ${id('00000003', 'i')}::uuid, ${sql.person('i')}::uuid, 'track', 'grant', 'active', now(), now() + interval '1 year', 2 from generate_series(0, ${learners - 1}) i;
  insert into public.test_attempts (id, user_id, enrolment_id, mock_test_id, attempt_no, started_at, deadline_at, question_order, question_count)
    select ${sql.attempt('i')}, ${sql.person('i')}::uuid, ${id('00000003', 'i')}::uuid, '${idOf('00000005', 0)}', 1, now() - interval '1 minute', now() + interval '59 minutes',
      (select jsonb_agg(jsonb_build_object('question_id', ${sql.question('q')}, 'options', '["a","b","c","d"]'::jsonb)) from generate_series(0, ${questions - 1}) q), ${questions}
    from generate_series(0, ${learners - 1}) i;
  analyze;
`;

export async function openExamHall(): Promise<BenchDatabase> {
  const database = await startBenchDatabase({ durable: true });
  try {
    await database.fill(fill);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}
