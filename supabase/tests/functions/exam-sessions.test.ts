import { describe, expect, it } from 'vitest';
import { addPerson, addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';
import { readyLearner, report, reviewed, schedule } from '../support/exams.ts';
import { codeOf } from '../support/orders.ts';

const db = useDatabase();
const now = '2030-01-01T00:00:00Z';

const booked = async (track: Record<string, unknown> = {}) => {
  const learner = await readyLearner(db, track);
  return { ...learner, session: await schedule(db.owner, learner.userId, learner.trackId, now) };
};
const attach = (id: string, vendor = `v-${id}`) => db.rows('select * from private.attach_exam_session($1, $2, $3, $4)', [id, vendor, `https://vendor/${vendor}`, now]);
const row = async (id: string) => (await db.rows('select * from public.exam_sessions where id = $1', [id]))[0];
const queued = (kind: string, id: string) =>
  db.value(`select count(*) from private.outbox where (kind = $1 or payload->>'template' = $1) and (payload->>'exam_session_id' = $2 or payload->'params'->>'exam_session_id' = $2)`, [kind, id]);

describe('scheduling', () => {
  it('books once, with an unguessable key, and queues the vendor session', async () => {
    const { session, userId, trackId } = await booked();
    expect(session).toMatchObject({ status: 'scheduled', attempt_no: 1 });
    expect(session.session_key).toMatch(/^exam_[0-9a-f]{64}$/);
    expect((await schedule(db.owner, userId, trackId, now)).id).toBe(session.id);
    expect(await queued('talview.create_session', session.id)).toBe(1);
  });

  it('makes one booking of a double click', async () => {
    const learner = await readyLearner(db);
    const clients = await Promise.all(Array.from({ length: 4 }, () => db.connect()));
    const sessions = await Promise.all(clients.map((client) => schedule(client, learner.userId, learner.trackId, now)));
    expect(new Set(sessions.map((session) => session.id)).size).toBe(1);
  });

  it('says the first reason why not', async () => {
    const { userId, trackId } = await booked();
    expect(await codeOf(schedule(db.owner, userId, trackId, '2030-01-05T00:00:00Z', now))).toBe('exam_pending');
    expect(await codeOf(schedule(db.owner, await addPerson(db), trackId, now))).toBe('not_enrolled');
  });

  it.each(['2029-12-31T23:00:00Z', '2030-06-01T00:00:00Z', '2090-01-01T00:00:00Z'])('does not book %s', async (at) => {
    const learner = await readyLearner(db);
    expect(await codeOf(schedule(db.owner, learner.userId, learner.trackId, at, now))).toBe('exam_time_invalid');
  });

  it('does not book beyond the end of the enrolment', async () => {
    const learner = await readyLearner(db);
    await db.rows('update public.enrolments set expires_at = $2 where id = $1', [learner.enrolmentId, '2030-01-10']);
    expect(await codeOf(schedule(db.owner, learner.userId, learner.trackId, '2030-01-11T00:00:00Z', now))).toBe('exam_time_invalid');
    expect(await schedule(db.owner, learner.userId, learner.trackId, '2030-01-09T00:00:00Z', now)).toMatchObject({ status: 'scheduled' });
  });

  it('is done by the server alone', async () => {
    const learner = await readyLearner(db);
    const sql = 'select (public.system_schedule_exam($1, $2, now())).status';
    const values = [learner.userId, learner.trackId];
    expect(await asPerson(db.owner, { userId: learner.userId }, (session) => session.refusal(sql, values))).toMatchObject({ code: '42501' });
    expect(await asPerson(db.owner, { role: 'service_role' }, (session) => session.value(sql, values))).toBe('scheduled');
  });

  it('takes the vendor session once and mails it once', async () => {
    const { session } = await booked();
    expect(await attach(session.id)).toMatchObject([{ status: 'ready', vendor_session_id: `v-${session.id}` }]);
    expect(await attach(session.id, 'another')).toMatchObject([{ vendor_session_id: `v-${session.id}` }]);
    expect(await queued('exam_scheduled', session.id)).toBe(1);
  });
});

describe('calling an exam off', () => {
  const cancel = 'select public.cancel_exam($1)';

  it('is for the learner and for staff with exams.manage, before it starts', async () => {
    const { session, userId } = await booked();
    expect(await asPerson(db.owner, { userId: await addPerson(db) }, (person) => person.refusal(cancel, [session.id]))).toMatchObject({ code: '42501' });
    expect(await asPerson(db.owner, { userId: await addStaff(db, ['exams.read']) }, (person) => person.refusal(cancel, [session.id]))).toMatchObject({ code: '42501' });
    await asPerson(db.owner, { userId: await addStaff(db, ['exams.manage']) }, (person) => person.value(cancel, [session.id]));
    await asPerson(db.owner, { userId }, (person) => person.value(cancel, [session.id]), { keep: true });
    expect(await row(session.id)).toMatchObject({ status: 'cancelled' });
  });

  it('does not work once it has started', async () => {
    const { session, userId } = await booked();
    await report(db.owner, session.session_key, { status: 'started' }, now);
    expect(await asPerson(db.owner, { userId }, (person) => person.refusal(cancel, [session.id]))).toMatchObject({ code: 'P0001', message: 'exam_already_started' });
  });

  it('is final: neither the vendor session nor a result brings it back', async () => {
    const { session, userId } = await booked();
    await asPerson(db.owner, { userId }, (person) => person.value(cancel, [session.id]), { keep: true });
    expect(await attach(session.id)).toMatchObject([{ status: 'cancelled', session_url: null }]);
    expect(await report(db.owner, session.session_key, reviewed())).toEqual({ status: 'cancelled', certificate_id: null });
  });
});

describe('a report from the vendor', () => {
  it('moves forward only, whatever the order of delivery', async () => {
    const { session } = await booked();
    await attach(session.id);
    expect(await report(db.owner, session.session_key, { status: 'submitted', started_at: '2030-01-01T00:01:00Z' }, now)).toMatchObject({ status: 'submitted' });
    expect(await report(db.owner, session.session_key, { status: 'started' }, now)).toMatchObject({ status: 'submitted' });
    expect(await report(db.owner, session.session_key, { status: 'ready' }, now)).toMatchObject({ status: 'submitted' });
    expect(await row(session.id)).toMatchObject({ started_at: new Date('2030-01-01T00:01:00Z'), submitted_at: new Date(now), score: null });
  });

  it('of a pass issues the certificate and queues PDF and badge, once', async () => {
    const { session } = await booked({ credly_template_id: 'tpl' });
    const first = await report(db.owner, session.session_key, reviewed({ score: 70, proctor_rating: 'MEDIUM', incidents: [{ type: 'noise', severity: 'low' }] }), now);
    expect(first.status).toBe('passed');
    expect(await report(db.owner, session.session_key, reviewed({ score: 1 }), '2031-01-01T00:00:00Z')).toEqual(first);
    expect(await row(session.id)).toMatchObject({ score: 70, decided_at: new Date(now), proctor_rating: 'medium' });
    expect(await db.rows(`select kind from private.outbox where payload->>'certificate_id' = $1 order by kind`, [first.certificate_id])).toEqual([{ kind: 'certificate.render' }, { kind: 'credly.issue' }]);
    expect(await db.value('select count(*) from public.certificates where exam_session_id = $1', [session.id])).toBe(1);
  });

  it('asks for no badge where the track has none', async () => {
    const { session } = await booked();
    const verdict = await report(db.owner, session.session_key, reviewed(), now);
    expect(await db.value(`select count(*) from private.outbox where kind = 'credly.issue' and payload->>'certificate_id' = $1`, [verdict.certificate_id])).toBe(0);
  });

  it('that comes many times at once issues one certificate', async () => {
    const { session, userId } = await booked();
    const clients = await Promise.all(Array.from({ length: 6 }, () => db.connect()));
    const verdicts = await Promise.all(clients.map((client) => report(client, session.session_key, reviewed(), now)));
    expect(new Set(verdicts.map((verdict) => verdict.certificate_id)).size).toBe(1);
    expect(await db.value('select count(*) from public.certificates where user_id = $1', [userId])).toBe(1);
  });

  it('of a fail queues one mail, and stays', async () => {
    const { session } = await booked();
    expect(await report(db.owner, session.session_key, reviewed({ score: 69.9, proctor_rating: 'low' }), now)).toEqual({ status: 'failed', certificate_id: null });
    expect(await report(db.owner, session.session_key, reviewed({ score: 100 }), now)).toEqual({ status: 'failed', certificate_id: null });
    expect(await queued('exam_failed', session.id)).toBe(1);
  });

  it.each([
    ['a low rating', { proctor_rating: 'low' }],
    ['no rating', { proctor_rating: null }],
    ['a rating that we do not know', { proctor_rating: 'excellent' }],
    ['a high incident', { incidents: [{ type: 'phone', severity: 'low' }, { type: 'second_face', severity: 'high' }] }],
    ['no score', { score: null }],
  ])('with %s goes to review', async (_, fields) => {
    const { session } = await booked();
    expect(await report(db.owner, session.session_key, reviewed(fields), now)).toEqual({ status: 'review', certificate_id: null });
    expect(await report(db.owner, session.session_key, reviewed(), now)).toEqual({ status: 'review', certificate_id: null });
    expect(await queued('exam_review', session.id)).toBe(1);
  });

  it('goes to review when the enrolment was taken back meanwhile', async () => {
    const { session, enrolmentId } = await booked();
    await db.rows(`update public.enrolments set status = 'revoked' where id = $1`, [enrolmentId]);
    expect(await report(db.owner, session.session_key, reviewed(), now)).toMatchObject({ status: 'review' });
  });

  it.each([
    ['an unknown status', { status: 'celebrated' }, 'exam_report_invalid'],
    ['no status', { status: null }, 'exam_report_invalid'],
    ['a score above 100', { score: 101 }, 'exam_report_invalid'],
    ['another vendor session', { vendor_session_id: 'other' }, 'exam_report_invalid'],
  ])('with %s is refused', async (_, fields, code) => {
    const { session } = await booked();
    await attach(session.id);
    expect(await codeOf(report(db.owner, session.session_key, reviewed(fields), now))).toBe(code);
    expect(await row(session.id)).toMatchObject({ status: 'ready' });
  });

  it('under a key that we never gave is refused', async () => {
    expect(await codeOf(report(db.owner, 'exam_guess', reviewed()))).toBe('exam_not_found');
  });

  it('is asked for when no callback comes, at most every five minutes', async () => {
    const { session } = await booked();
    await attach(session.id);
    const due = async (at: string) => (await db.rows('select exam_session_id from private.due_exam_reads(100, $1)', [at])).some((item) => item.exam_session_id === session.id);
    expect([await due(now), await due('2030-01-01T00:04:59Z'), await due('2030-01-01T00:05:00Z')]).toEqual([true, false, true]);
    await report(db.owner, session.session_key, reviewed(), now);
    expect(await due('2030-01-02T00:00:00Z')).toBe(false);
  });
});

describe('exams that go quiet', () => {
  it('are missed when nobody came within the grace, and stay missed', async () => {
    const { session } = await booked();
    await attach(session.id);
    await db.value('select private.close_missed_exams($1)', ['2030-01-01T23:59:59Z']);
    expect(await row(session.id)).toMatchObject({ status: 'ready' });
    await db.value('select private.close_missed_exams($1)', ['2030-01-02T00:00:00Z']);
    expect(await row(session.id)).toMatchObject({ status: 'missed' });
    expect(await report(db.owner, session.session_key, reviewed())).toEqual({ status: 'missed', certificate_id: null });
  });

  it('go to staff when they were begun and never handed in', async () => {
    const { session } = await booked({ exam_minutes: 60 });
    await report(db.owner, session.session_key, { status: 'started' }, now);
    await db.value('select private.close_missed_exams($1)', ['2030-01-02T00:30:00Z']);
    expect(await row(session.id)).toMatchObject({ status: 'started' });
    await db.value('select private.close_missed_exams($1)', ['2030-01-02T01:00:00Z']);
    expect(await row(session.id)).toMatchObject({ status: 'review' });
  });
});

describe('decide_exam', () => {
  const decide = (userId: string, id: string, passed: boolean | null, note: string | null, keep = false) =>
    asPerson(db.owner, { userId }, (session) => session.value('select public.decide_exam($1, $2, $3)', [id, passed, note]), { keep });
  const inReview = async () => {
    const learner = await booked();
    await report(db.owner, learner.session.session_key, reviewed({ proctor_rating: 'low' }), now);
    return learner;
  };

  it('needs exams.manage, and is never for one’s own exam', async () => {
    const { session, userId } = await inReview();
    for (const person of [userId, await addStaff(db, ['exams.read'])]) {
      await expect(decide(person, session.id, true, 'fine')).rejects.toMatchObject({ code: '42501' });
    }
    await expect(db.value('select private.decide_exam_as($1, $2, true, $3, now())', [userId, session.id, 'fine'])).rejects.toMatchObject({ code: '42501' });
    expect(await decide(await addStaff(db, ['exams.manage']), session.id, true, 'fine')).toMatchObject({ status: 'passed' });
  });

  it('passes with a certificate, once, and writes down who and why', async () => {
    const { session } = await inReview();
    const staff = await addStaff(db, ['exams.manage']);
    const first = await decide(staff, session.id, true, 'A sibling walked by', true);
    expect(await decide(staff, session.id, true, 'again', true)).toEqual(first);
    expect(await row(session.id)).toMatchObject({ status: 'passed', decided_by: staff, note: 'A sibling walked by' });
    expect(await db.rows(`select actor, details->>'note' as note from public.audit_log where subject_id = $1 and action = 'exam.passed'`, [session.id])).toEqual([{ actor: staff, note: 'A sibling walked by' }]);
    await expect(decide(staff, session.id, false, 'on second thought')).rejects.toThrow('exam_not_in_review');
  });

  it('fails with a mail and a cool-down', async () => {
    const { session } = await inReview();
    await decide(await addStaff(db, ['exams.manage']), session.id, false, 'Phone in hand', true);
    expect(await row(session.id)).toMatchObject({ status: 'failed' });
    expect(await queued('exam_failed', session.id)).toBe(1);
  });

  it('wants a verdict and a reason', async () => {
    const { session } = await inReview();
    const staff = await addStaff(db, ['exams.manage']);
    await expect(decide(staff, session.id, null, 'x')).rejects.toThrow('note_needed');
    await expect(decide(staff, session.id, true, ' ')).rejects.toThrow('note_needed');
  });
});
