import type pg from 'pg';
import { addPerson, addTest, addTrack, enrol, insert, text } from './builders.ts';
import type { Database, Row } from './database.ts';

export async function giveIdentity(db: Database, userId: string, status = 'pending', at = 'now') {
  await insert(db, 'public.identity_verifications', {
    user_id: userId,
    document_path: `${userId}/passport.pdf`,
    document_kind: 'passport',
    status,
    created_at: at,
  });
}

export async function passMockTest(db: Database, userId: string, trackId: string, enrolmentId: string, passed = true) {
  const test = await addTest(db, trackId, [{ correct: ['a'] }]);
  await db.rows(
    `insert into public.test_attempts
       (user_id, enrolment_id, mock_test_id, attempt_no, status, started_at, deadline_at, submitted_at, question_order, passed, score, points, max_points, question_count)
     values ($1, $2, $3, 1, 'submitted', now(), now() + interval '1 hour', now(), '[]', $4, 80, 8, 10, 10)`,
    [userId, enrolmentId, test.id, passed],
  );
}

/** A learner with everything that the exam asks for. */
export async function readyLearner(db: Database, track: Record<string, unknown> = {}, name = 'Asha Rao') {
  const userId = await addPerson(db, { name });
  const trackId = await addTrack(db, { attempts_included: 3, passing_score: 70, access_months: 240, ...track });
  const enrolmentId = await enrol(db, userId, trackId);
  await giveIdentity(db, userId);
  await passMockTest(db, userId, trackId, enrolmentId);
  return { userId, trackId, enrolmentId };
}

export interface ExamSession extends Row {
  id: string;
  session_key: string;
  status: string;
  attempt_no: number;
}

export async function schedule(
  client: pg.Client,
  userId: string,
  trackId: string,
  at: string | null,
  now = at,
): Promise<ExamSession> {
  const { rows } = await client.query<ExamSession>('select s.* from private.schedule_exam($1, $2, $3, $4) s', [
    userId,
    trackId,
    at,
    now,
  ]);
  const [session] = rows;
  if (!session) throw new Error('No session came back.');
  return session;
}

export const reviewed = (fields: Record<string, unknown> = {}) => ({
  status: 'reviewed',
  score: 80,
  proctor_rating: 'high',
  incidents: [],
  ...fields,
});

export async function report(client: pg.Client, key: string, session: object, now: string | null = null) {
  const { rows } = await client.query<{ result: { status: string; certificate_id: string | null } }>(
    'select private.record_exam_progress($1, $2, coalesce($3::timestamptz, now())) as result',
    [key, JSON.stringify(session), now],
  );
  const [first] = rows;
  if (!first) throw new Error('No verdict came back.');
  return first.result;
}

/** Sits and passes the exam; answers the certificate. */
export async function certify(db: Database, learner: { userId: string; trackId: string }, at: string) {
  const session = await schedule(db.owner, learner.userId, learner.trackId, at);
  const verdict = await report(db.owner, session.session_key, reviewed(), at);
  const id = text(verdict.certificate_id);
  return {
    id,
    sessionId: session.id,
    number: text(await db.value('select number from public.certificates where id = $1', [id])),
  };
}

/** When the exams of the tests begin. */
export const examStart = '2030-01-01T00:00:00Z';

/** What tests of exams look at, on this file's database. */
export function useExams(db: Database) {
  const now = examStart;
  const booked = async (track: Record<string, unknown> = {}) => {
    const learner = await readyLearner(db, track);
    return { ...learner, session: await schedule(db.owner, learner.userId, learner.trackId, now) };
  };
  const attach = (id: string, vendor = `v-${id}`) =>
    db.rows('select * from private.attach_exam_session($1, $2, $3, $4)', [id, vendor, `https://vendor/${vendor}`, now]);
  const row = async (id: string) => (await db.rows('select * from public.exam_sessions where id = $1', [id]))[0];
  const queued = (kind: string, id: string) =>
    db.value(
      `select count(*) from private.outbox where (kind = $1 or payload->>'template' = $1) and (payload->>'exam_session_id' = $2 or payload->'params'->>'exam_session_id' = $2)`,
      [kind, id],
    );
  return { booked, attach, row, queued };
}

/** What tests of certificates look at, on this file's database. */
export function useCertificates(db: Database) {
  const start = examStart;
  const certified = async (track: Record<string, unknown> = {}) => {
    const learner = await readyLearner(db, {
      validity_months: 12,
      renewal_price: 1000,
      credly_template_id: 'tpl',
      ...track,
    });
    return { ...learner, certificate: await certify(db, learner, start) };
  };
  const standing = (number: string, now = '2030-06-01T00:00:00Z') =>
    db.value('select private.certificate_standing($1, $2)', [number, now]);
  const row = async (id: string) => (await db.rows('select * from public.certificates where id = $1', [id]))[0];
  const queued = (kind: string, id: string) =>
    db.value(
      `select count(*) from private.outbox where (kind = $1 or payload->>'template' = $1) and $2 in (payload->>'certificate_id', payload->'params'->>'certificate_id')`,
      [kind, id],
    );
  return { certified, standing, row, queued };
}
