import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { useDatabase, type Row } from '../tests/support/database.ts';
import { asPerson } from '../tests/support/people.ts';
import { demoSql } from './build/demo-sql.ts';
import { readMp4Seconds } from './build/mp4-seconds.ts';

const script = readFileSync(join(import.meta.dirname, 'demo.sql'), 'utf8');
const mediaDir = join(import.meta.dirname, 'media');
const learner = '00000000-0000-4000-8000-000000000101';
const ready = '00000000-0000-4000-8000-000000000102';
const manager = '00000000-0000-4000-8000-000000000103';
const admin = '00000000-0000-4000-8000-000000000104';

const manifest = z
  .array(z.strictObject({ file: z.string(), bucket: z.string(), path: z.string(), contentType: z.string() }))
  .parse(JSON.parse(readFileSync(join(mediaDir, 'manifest.json'), 'utf8')));

const db = useDatabase();
const tables = [
  'auth.users',
  'auth.identities',
  'public.consents',
  'public.tracks',
  'public.modules',
  'public.questions',
  'private.answer_keys',
  'public.coupons',
  'public.enrolments',
  'public.module_progress',
  'public.test_attempts',
  'public.attempt_answers',
  'public.identity_verifications',
  'public.institution_seats',
  'public.institution_students',
  'public.student_seats',
  'public.exam_sessions',
  'public.certificates',
  'public.leads',
  'public.lead_notes',
  'public.lead_events',
  'private.outbox',
  'private.webhook_events',
  'public.audit_log',
];
const counts = () =>
  db.rows(tables.map((table) => `select '${table}' as name, count(*) from ${table}`).join(' union all '));
const seedDemo = () => db.owner.query(`begin; set local app.allow_demo = 'on'; ${script}; commit`);

test('the script refuses to run where demo data is not allowed, and writes nothing', async () => {
  await expect(db.owner.query(`begin; ${script}; commit`)).rejects.toThrow('app.allow_demo');
  await db.owner.query('rollback');
  expect(await db.value('select count(*) from auth.users')).toBe(0);
});

describe('the demo data', () => {
  beforeAll(async () => {
    await seedDemo();
  });

  test('is what the content says today', () => {
    expect(script === demoSql(), 'run: node supabase/seeds/build-demo.ts').toBe(true);
  });

  test('changes nothing when it is run again', async () => {
    const before = await counts();
    await seedDemo();
    expect(await counts()).toEqual(before);
  });

  test('fills the pages of the console with little, in a chain that holds', async () => {
    expect(await db.value('select count(*) from public.audit_log')).toBe(4);
    expect(await db.value('select private.broken_audit_row()')).toBeNull();
    expect(await db.value(`select count(*) from private.outbox where status = 'dead'`)).toBe(1);
    expect(await db.value('select count(*) from private.webhook_events where processed_at is null')).toBe(1);
  });

  test('has three tracks, the first with nine modules and an exam that can be taken again at once', async () => {
    expect(
      await db.rows(`select t.id, t.cooldown_hours, t.attempts_included, count(*) as modules
        from public.tracks t join public.track_modules tm on tm.track_id = t.id where t.active group by t.id order by t.position`),
    ).toEqual([
      { id: 'ai-foundations', cooldown_hours: 0, attempts_included: 2, modules: 9 },
      { id: 'ai-practitioner', cooldown_hours: 24, attempts_included: 2, modules: 3 },
      { id: 'ai-leadership', cooldown_hours: 24, attempts_included: 2, modules: 3 },
    ]);
  });

  test('gives every module a text of 350 to 600 words, with headings and an exercise', async () => {
    const misfits = (await db.rows('select title, body from public.modules')).filter(({ body }) => {
      const text = String(body);
      const words = text.split(/\s+/).length;
      return words < 350 || words > 600 || (text.match(/^## /gm) ?? []).length < 4 || !text.includes('\n## Exercise\n');
    });
    expect(misfits.map((row) => row.title)).toEqual([]);
  });

  test('has two mock tests of twenty questions for each track', async () => {
    const rows = await db.rows(`select t.track_id, count(*) as questions from public.mock_tests t
      join public.questions q on q.mock_test_id = t.id group by t.id, t.track_id`);
    expect(rows).toHaveLength(6);
    expect(rows.every((row) => row.questions === 20)).toBe(true);
    expect(new Set(rows.map((row) => row.track_id)).size).toBe(3);
    expect(await db.value('select count(distinct mock_test_id) from public.questions where negative_points > 0')).toBe(
      1,
    );
  });

  test('asks nothing without a key that fits its kind, an explanation and a module of the same track', async () => {
    const rows =
      await db.rows(`select q.id, q.kind, q.options, k.correct, length(k.explanation) as explained, tm.track_id is not null as placed
      from public.questions q join public.mock_tests t on t.id = q.mock_test_id
      left join private.answer_keys k on k.question_id = q.id
      left join public.track_modules tm on tm.module_id = q.module_id and tm.track_id = t.track_id`);
    expect(rows).toHaveLength(120);
    expect(rows.filter((row) => !row.placed || !(Number(row.explained) > 40)).map((row) => row.id)).toEqual([]);
    expect(rows.filter((row) => !keyFits(row)).map((row) => row.id)).toEqual([]);
    expect(await db.value('select count(distinct prompt) from public.questions')).toBe(120);
  });

  test('gives the right answer away neither by its place nor by its length', async () => {
    const rows = await db.rows(`select k.correct[1] as right, q.options from public.questions q
      join private.answer_keys k on k.question_id = q.id where q.kind = 'single'`);
    const share = (predicate: (row: Row) => boolean) => rows.filter(predicate).length / rows.length;
    expect(['a', 'b', 'c', 'd'].filter((id) => share((row) => row.right === id) > 0.4)).toEqual([]);
    expect(share((row) => longestOption(row.options) === row.right)).toBeLessThan(0.4);
  });

  test('has the four accounts with the published password, each of its kind', async () => {
    expect(
      await db.rows(`select p.email, p.kind, u.encrypted_password = extensions.crypt('Learn-AI-2026', u.encrypted_password) as opens,
          u.email_confirmed_at is not null as confirmed,
          (select count(*) from auth.identities i where i.user_id = u.id) as identities
        from auth.users u join public.profiles p on p.user_id = u.id
        where u.id between '00000000-0000-4000-8000-000000000101' and '00000000-0000-4000-8000-000000000199' order by u.id`),
    ).toEqual([
      { email: 'learner@example.com', kind: 'learner', opens: true, confirmed: true, identities: 1 },
      { email: 'ready@example.com', kind: 'learner', opens: true, confirmed: true, identities: 1 },
      { email: 'manager@example.com', kind: 'institution', opens: true, confirmed: true, identities: 1 },
      { email: 'admin@example.com', kind: 'staff', opens: true, confirmed: true, identities: 1 },
    ]);
    const everything = await db.value('select count(*) from public.permissions');
    const access = await asPerson(db.owner, { userId: admin }, (session) =>
      session.value("select jsonb_array_length(public.my_access() -> 'permissions')"),
    );
    expect(access).toBe(everything);
  });

  test('lets ready@example.com sit the exam, and tells learner@example.com what is missing', async () => {
    const ask = (userId: string) =>
      asPerson(db.owner, { userId }, (session) => session.value("select public.exam_eligibility('ai-foundations')"));
    expect(await ask(ready)).toMatchObject({
      eligible: true,
      reasons: [],
      modules_completed: 9,
      modules_total: 9,
      mock_test_passed: true,
      attempts_left: 2,
    });
    expect(await ask(learner)).toMatchObject({
      eligible: false,
      modules_completed: 0,
      modules_total: 9,
      identity_status: null,
    });
  });

  test('holds a passed attempt whose review shows eighteen right answers of twenty', async () => {
    const attempt = '00000000-0000-4000-8000-000000000701';
    expect(
      await db.rows('select status, score, passed, points, max_points from public.test_attempts where id = $1', [
        attempt,
      ]),
    ).toEqual([{ status: 'submitted', score: 90, passed: true, points: 18, max_points: 20 }]);
    const review = await asPerson(db.owner, { userId: ready }, (session) =>
      session.value('select public.get_attempt_review($1)', [attempt]),
    );
    const { questions } = z.object({ questions: z.array(z.object({ is_correct: z.boolean() })) }).parse(review);
    expect(questions.filter((question) => question.is_correct)).toHaveLength(18);
  });

  test('gives manager@example.com a university with students in every state, and seats that end soon', async () => {
    const university = '00000000-0000-4000-8000-000000000201';
    const ask = (call: string) =>
      asPerson(db.owner, { userId: manager }, (session) => session.value(`select public.${call}`, [university]));
    expect(await ask('institution_overview($1)')).toMatchObject({
      students: 25,
      joined: 20,
      certified: 3,
      seats: [
        { track_id: 'ai-foundations', seats: 30, used: 21, valid: true },
        { track_id: 'ai-practitioner', seats: 10, used: 7, valid: true },
      ],
    });
    const { rows } = z
      .object({ rows: z.array(z.object({ state: z.string(), risk: z.string().nullable() })) })
      .parse(await ask('list_students($1, p_limit => 100)'));
    expect(countBy(rows.map(({ state }) => state))).toEqual({
      certified: 3,
      completed: 4,
      invited: 6,
      learning: 10,
      not_started: 5,
    });
    expect(countBy(rows.flatMap(({ risk }) => risk ?? []))).toEqual({
      exam_failed: 1,
      inactive: 2,
      not_joined: 2,
      not_started: 2,
    });
  });

  test('has certificates of the university whose documents the worker draws', async () => {
    expect(
      await db.value(`select count(*) from public.certificates c
        join private.outbox o on o.kind = 'certificate.render' and o.payload ->> 'certificate_id' = c.id::text
        where c.institution_id = '00000000-0000-4000-8000-000000000201' and c.status = 'issued'`),
    ).toBe(3);
  });

  test('has twelve leads over all statuses, late ones among them, each with the history of its way', async () => {
    const board = await asPerson(db.owner, { userId: admin }, (session) => session.value('select public.lead_board()'));
    const columns = z.array(z.object({ status: z.string(), count: z.number(), overdue: z.number() })).parse(board);
    expect(columns.map(({ status, count }) => [status, count])).toEqual([
      ['new', 3],
      ['contacted', 3],
      ['qualified', 2],
      ['negotiation', 2],
      ['converted', 1],
      ['lost', 1],
    ]);
    expect(columns.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(3);
    // The last move of each leads to where it stands.
    expect(
      await db.rows(`select l.reference from public.leads l where l.status <> 'new' and l.status::text is distinct from (
        select coalesce(e.details ->> 'to', 'converted') from public.lead_events e
        where e.lead_id = l.id and e.kind in ('moved', 'converted') order by e.at desc, e.id desc limit 1)`),
    ).toEqual([]);
  });

  test('prices with its coupons', async () => {
    const quote = (code: string, track = 'ai-foundations') =>
      asPerson(db.owner, { userId: admin }, (session) =>
        session
          .value('select public.quote_order($1, $2, $3)', ['enrolment', track, code])
          .catch((error: unknown) => String(error)),
      );
    expect(await quote('WELCOME10')).toMatchObject({ price: 499900, discount: 49990 });
    expect(await quote('WELCOME10', 'ai-practitioner')).toMatchObject({ price: 899900, discount: 50000 });
    expect(await quote('FLAT500')).toMatchObject({ discount: 50000 });
    expect(await quote('CAMPUS100')).toMatchObject({ discount: 499900, total: 0 });
    expect(await quote('CAMPUS100', 'ai-leadership')).toMatchObject({ coupon_error: 'coupon_not_for_track' });
    expect(await quote('EXPIRED20')).toMatchObject({ coupon_error: 'coupon_expired' });
    expect(await quote('LASTSEAT')).toMatchObject({ discount: 124975 });
  });

  test('names for each module a video of the stated length and notes that are in the media', async () => {
    const modules = await db.rows('select title, video_path, video_seconds, pdf_path from public.modules');
    const fileOf = (path: unknown) =>
      manifest.find((entry) => entry.bucket === 'course-media' && entry.path === path)?.file ?? 'missing';
    const misfits = modules.filter(({ video_path, video_seconds, pdf_path }) => {
      const seconds = Math.round(readMp4Seconds(readFileSync(join(mediaDir, fileOf(video_path)))));
      return seconds !== video_seconds || !readFileSync(join(mediaDir, fileOf(pdf_path)), 'latin1').startsWith('%PDF-');
    });
    expect(misfits.map((row) => row.title)).toEqual([]);
    const identity = await db.value('select document_path from public.identity_verifications');
    expect(manifest.some((entry) => entry.bucket === 'identity-documents' && entry.path === identity)).toBe(true);
  });

  test('has small media files of types that their buckets take', async () => {
    const buckets = await db.rows('select id, allowed_mime_types from storage.buckets');
    const takes = (bucket: string) =>
      z.array(z.string()).parse(buckets.find(({ id }) => id === bucket)?.allowed_mime_types);
    const misfits = manifest.filter(({ file, bucket, contentType }) => {
      const path = join(mediaDir, file);
      return !existsSync(path) || statSync(path).size > 350_000 || !takes(bucket).includes(contentType);
    });
    expect(misfits).toEqual([]);
  });
});

const countBy = (names: string[]) =>
  Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((each) => each === name).length]));

function keyFits(row: Row): boolean {
  const { kind, options, correct } = z
    .object({
      kind: z.string(),
      options: z.array(z.object({ id: z.string(), text: z.string().min(1) })),
      correct: z.array(z.string()),
    })
    .parse(row);
  const ids = options.map(({ id }) => id);
  if (kind === 'numeric') return ids.length === 0 && correct.length === 1 && Number.isFinite(Number(correct[0]));
  if (ids.join('') !== 'abcdef'.slice(0, ids.length)) return false;
  if (new Set(options.map(({ text }) => text)).size !== ids.length || !correct.every((id) => ids.includes(id)))
    return false;
  if (kind === 'ordering') return ids.length >= 3 && new Set(correct).size === ids.length;
  if (kind === 'true_false') return ids.length === 2 && correct.length === 1;
  if (kind === 'single') return ids.length === 4 && correct.length === 1;
  return kind === 'multiple' && ids.length === 4 && correct.length >= 2 && correct.length < ids.length;
}

function longestOption(options: unknown): string | undefined {
  const sorted = z
    .array(z.object({ id: z.string(), text: z.string() }))
    .parse(options)
    .sort((one, other) => other.text.length - one.text.length);
  return sorted[0]?.id;
}
