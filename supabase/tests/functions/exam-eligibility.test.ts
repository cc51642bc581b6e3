import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addModule, addPerson, addTrack, enrol } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';
import { certify, giveIdentity, passMockTest, readyLearner, report, reviewed, schedule } from '../support/exams.ts';
import { buy } from '../support/orders.ts';

const db = useDatabase();

type Standing = Record<string, unknown> & { eligible: boolean; reasons: string[] };
const standing = async (userId: string, trackId: string, now = '2030-01-01T00:00:00Z'): Promise<Standing> => {
  const { rows } = await db.owner.query<{ result: Standing }>('select private.exam_standing($1, $2, $3) as result', [
    userId,
    trackId,
    now,
  ]);
  const [first] = rows;
  if (!first) throw new Error('No standing came back.');
  return first.result;
};
const reasons = async (userId: string, trackId: string, now?: string) => (await standing(userId, trackId, now)).reasons;

describe('exam_eligibility', () => {
  it('counts everything that stands between a new learner and the exam', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db, { attempts_included: 0, access_months: 240 });
    await addModule(db, trackId);
    expect(await reasons(userId, trackId)).toEqual(['not_enrolled', 'identity_missing']);
    await enrol(db, userId, trackId);
    expect(await standing(userId, trackId)).toMatchObject({
      eligible: false,
      reasons: ['modules_incomplete', 'mock_test_not_passed', 'identity_missing', 'attempts_exhausted'],
      modules_completed: 0,
      modules_total: 1,
      mock_test_passed: false,
      identity_status: null,
      attempts_left: 0,
      open_session: null,
    });
  });

  it('is reached step by step', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db, { attempts_included: 1, access_months: 240 });
    const moduleId = await addModule(db, trackId);
    const enrolmentId = await enrol(db, userId, trackId);
    await asPerson(
      db.owner,
      { userId },
      (session) => session.value('select public.complete_module($1, $2)', [enrolmentId, moduleId]),
      { keep: true },
    );
    expect(await reasons(userId, trackId)).toEqual(['mock_test_not_passed', 'identity_missing']);
    await passMockTest(db, userId, trackId, enrolmentId, false);
    expect(await reasons(userId, trackId)).toEqual(['mock_test_not_passed', 'identity_missing']);
    await passMockTest(db, userId, trackId, enrolmentId);
    await giveIdentity(db, userId, 'rejected', '2026-01-01');
    expect(await reasons(userId, trackId)).toEqual(['identity_rejected']);
    await giveIdentity(db, userId, 'pending', '2026-01-02');
    expect(await standing(userId, trackId)).toMatchObject({
      eligible: true,
      reasons: [],
      enrolment_id: enrolmentId,
      modules_completed: 1,
      identity_status: 'pending',
      attempts_left: 1,
    });
    await giveIdentity(db, userId, 'verified', '2026-01-03');
    expect(await standing(userId, trackId)).toMatchObject({ eligible: true, identity_status: 'verified' });
  });

  it('ends with the enrolment', async () => {
    const learner = await readyLearner(db);
    expect(await reasons(learner.userId, learner.trackId)).toEqual([]);
    expect(await reasons(learner.userId, learner.trackId, '2060-01-01T00:00:00Z')).toEqual(['not_enrolled']);
    await db.rows(`update public.enrolments set status = 'revoked' where id = $1`, [learner.enrolmentId]);
    expect(await reasons(learner.userId, learner.trackId)).toEqual(['not_enrolled']);
  });

  it('shows the exam that is booked', async () => {
    const learner = await readyLearner(db);
    const session = await schedule(db.owner, learner.userId, learner.trackId, '2030-01-01T00:00:00Z');
    expect(await standing(learner.userId, learner.trackId)).toMatchObject({
      reasons: ['exam_pending'],
      attempts_used: 1,
      open_session: { id: session.id, status: 'scheduled', session_url: null },
    });
    const opensIn = async (now: string) =>
      z
        .object({ open_session: z.object({ opens_in_seconds: z.number() }) })
        .parse(await standing(learner.userId, learner.trackId, now)).open_session.opens_in_seconds;
    expect(await opensIn('2029-12-31T23:00:00Z')).toBe(45 * 60);
    expect(await opensIn('2029-12-31T23:45:00Z')).toBe(0);
    expect(await opensIn('2030-01-01T00:10:00Z')).toBe(0);
  });

  it('waits for the cool-down after a failed exam, counted from the decision', async () => {
    const learner = await readyLearner(db, { cooldown_hours: 24 });
    const session = await schedule(db.owner, learner.userId, learner.trackId, '2030-01-01T00:00:00Z');
    await report(
      db.owner,
      session.session_key,
      reviewed({ score: 10, submitted_at: '2030-01-01T01:00:00Z' }),
      '2030-01-02T00:00:00Z',
    );
    expect(await standing(learner.userId, learner.trackId, '2030-01-02T23:59:59Z')).toMatchObject({
      reasons: ['cooldown'],
      cooldown_until: '2030-01-03T00:00:00+00:00',
    });
    expect(await standing(learner.userId, learner.trackId, '2030-01-03T00:00:00Z')).toMatchObject({
      reasons: [],
      cooldown_until: null,
      attempts_used: 1,
    });
  });

  it('runs out of attempts and goes on with a bought one', async () => {
    const learner = await readyLearner(db, { attempts_included: 1, addon_price: 99900 });
    const session = await schedule(db.owner, learner.userId, learner.trackId, '2030-01-01T00:00:00Z');
    await report(db.owner, session.session_key, reviewed({ score: 10 }), '2030-01-01T02:00:00Z');
    expect(await reasons(learner.userId, learner.trackId, '2030-01-02T00:00:00Z')).toEqual(['attempts_exhausted']);
    await buy(db, learner.userId, learner.trackId, { kind: 'addon_attempt', now: '2030-01-02T00:00:00Z' });
    expect(await standing(learner.userId, learner.trackId, '2030-01-02T00:00:00Z')).toMatchObject({
      eligible: true,
      attempts_total: 2,
      attempts_used: 1,
      attempts_left: 1,
    });
  });

  it('counts a missed exam as an attempt and a cancelled one not', async () => {
    const learner = await readyLearner(db, { attempts_included: 2 });
    const first = await schedule(db.owner, learner.userId, learner.trackId, '2030-01-01T00:00:00Z');
    await db.value('select private.cancel_exam_as($1, false, $2, now())', [learner.userId, first.id]);
    expect(await standing(learner.userId, learner.trackId)).toMatchObject({
      attempts_used: 0,
      attempts_left: 2,
      reasons: [],
    });
    const second = await schedule(db.owner, learner.userId, learner.trackId, '2030-01-02T00:00:00Z');
    expect(second.attempt_no).toBe(1);
    await db.rows(`select private.attach_exam_session($1, 'v-missed', 'https://vendor/missed', now())`, [second.id]);
    await report(db.owner, second.session_key, { status: 'ready' }, '2030-01-04T00:00:00Z');
    expect(await standing(learner.userId, learner.trackId)).toMatchObject({
      attempts_used: 1,
      attempts_left: 1,
      reasons: [],
    });
  });

  it('is over for those who hold a valid certificate, until it ends', async () => {
    const learner = await readyLearner(db, { validity_months: 12 });
    await certify(db, learner, '2030-01-01T00:00:00Z');
    expect(await reasons(learner.userId, learner.trackId, '2030-06-01T00:00:00Z')).toEqual(['already_certified']);
    expect(await reasons(learner.userId, learner.trackId, '2031-01-01T00:00:00Z')).toEqual([]);
  });

  it('answers each person for themselves', async () => {
    const [learner, other] = [await readyLearner(db), await addPerson(db)];
    const ask = (userId: string) =>
      asPerson(db.owner, { userId }, (session) =>
        session.value('select public.exam_eligibility($1)', [learner.trackId]),
      );
    expect(await ask(learner.userId)).toMatchObject({ eligible: true });
    expect(await ask(other)).toMatchObject({ eligible: false, enrolment_id: null });
    const sql = 'select public.exam_eligibility($1)';
    expect(await asPerson(db.owner, {}, (session) => session.refusal(sql, [learner.trackId]))).toMatchObject({
      code: '42501',
    });
    expect(await asPerson(db.owner, { userId: other }, (session) => session.refusal(sql, ['none']))).toMatchObject({
      code: 'P0001',
      message: 'track_not_found',
    });
  });
});
