import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { examStart, report, reviewed, useExams } from '../support/exams.ts';
import { codeOf } from '../support/orders.ts';

const db = useDatabase();
const { booked, attach, row, queued } = useExams(db);
const now = examStart;

describe('a report from the vendor', () => {
  it('moves forward only, whatever the order of delivery', async () => {
    const { session } = await booked();
    await attach(session.id);
    expect(
      await report(db.owner, session.session_key, { status: 'submitted', started_at: '2030-01-01T00:01:00Z' }, now),
    ).toMatchObject({ status: 'submitted' });
    expect(await report(db.owner, session.session_key, { status: 'started' }, now)).toMatchObject({
      status: 'submitted',
    });
    expect(await report(db.owner, session.session_key, { status: 'ready' }, now)).toMatchObject({
      status: 'submitted',
    });
    expect(await row(session.id)).toMatchObject({
      started_at: new Date('2030-01-01T00:01:00Z'),
      submitted_at: new Date(now),
      score: null,
    });
  });

  it('of a pass issues the certificate and queues PDF and badge, once', async () => {
    const { session } = await booked({ credly_template_id: 'tpl' });
    const first = await report(
      db.owner,
      session.session_key,
      reviewed({ score: 70, proctor_rating: 'MEDIUM', incidents: [{ type: 'noise', severity: 'low' }] }),
      now,
    );
    expect(first.status).toBe('passed');
    expect(await report(db.owner, session.session_key, reviewed({ score: 1 }), '2031-01-01T00:00:00Z')).toEqual(first);
    expect(await row(session.id)).toMatchObject({ score: 70, decided_at: new Date(now), proctor_rating: 'medium' });
    expect(
      await db.rows(`select kind from private.outbox where payload->>'certificate_id' = $1 order by kind`, [
        first.certificate_id,
      ]),
    ).toEqual([{ kind: 'certificate.render' }, { kind: 'credly.issue' }]);
    expect(await db.value('select count(*) from public.certificates where exam_session_id = $1', [session.id])).toBe(1);
  });

  it('asks for no badge where the track has none', async () => {
    const { session } = await booked();
    const verdict = await report(db.owner, session.session_key, reviewed(), now);
    expect(
      await db.value(
        `select count(*) from private.outbox where kind = 'credly.issue' and payload->>'certificate_id' = $1`,
        [verdict.certificate_id],
      ),
    ).toBe(0);
  });

  it('that comes many times at once issues one certificate', async () => {
    const { session, userId } = await booked();
    const clients = await Promise.all(Array.from({ length: 6 }, () => db.connect()));
    const verdicts = await Promise.all(clients.map((client) => report(client, session.session_key, reviewed(), now)));
    expect(new Set(verdicts.map((verdict) => verdict.certificate_id)).size).toBe(1);
    expect(await db.value('select count(*) from public.certificates where user_id = $1', [userId])).toBe(1);
    // What follows from the verdict happened once too.
    const notices = `select count(*) from public.notifications where kind = 'exam_passed' and params->>'exam_session_id' = $1`;
    const audits = `select count(*) from public.audit_log where action = 'exam.passed' and subject_id = $1`;
    expect([await db.value(notices, [session.id]), await db.value(audits, [session.id])]).toEqual([1, 1]);
  });

  it('of a fail queues one mail, and stays', async () => {
    const { session } = await booked();
    expect(await report(db.owner, session.session_key, reviewed({ score: 69.9, proctor_rating: 'low' }), now)).toEqual({
      status: 'failed',
      certificate_id: null,
    });
    expect(await report(db.owner, session.session_key, reviewed({ score: 100 }), now)).toEqual({
      status: 'failed',
      certificate_id: null,
    });
    expect(await queued('exam_failed', session.id)).toBe(1);
  });

  it.each([
    ['a low rating', { proctor_rating: 'low' }],
    ['no rating', { proctor_rating: null }],
    ['a rating that we do not know', { proctor_rating: 'excellent' }],
    [
      'a high incident',
      {
        incidents: [
          { type: 'phone', severity: 'low' },
          { type: 'second_face', severity: 'high' },
        ],
      },
    ],
    ['no score', { score: null }],
  ])('with %s goes to review', async (_, fields) => {
    const { session } = await booked();
    expect(await report(db.owner, session.session_key, reviewed(fields), now)).toEqual({
      status: 'review',
      certificate_id: null,
    });
    expect(await report(db.owner, session.session_key, reviewed(), now)).toEqual({
      status: 'review',
      certificate_id: null,
    });
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
    const due = async (at: string) =>
      (await db.rows('select exam_session_id from private.due_exam_reads(100, $1)', [at])).some(
        (item) => item.exam_session_id === session.id,
      );
    expect([await due(now), await due('2030-01-01T00:04:59Z'), await due('2030-01-01T00:05:00Z')]).toEqual([
      true,
      false,
      true,
    ]);
    await report(db.owner, session.session_key, reviewed(), now);
    expect(await due('2030-01-02T00:00:00Z')).toBe(false);
  });
});

describe('exams that go quiet', () => {
  it('are missed when the vendor says that nobody came before the room closed, and stay missed', async () => {
    const { session } = await booked({ exam_minutes: 60 });
    await attach(session.id);
    await report(db.owner, session.session_key, { status: 'ready' }, '2030-01-02T00:59:59Z');
    expect(await row(session.id)).toMatchObject({ status: 'ready' });
    await report(db.owner, session.session_key, { status: 'ready' }, '2030-01-02T01:00:00Z');
    expect(await row(session.id)).toMatchObject({ status: 'missed' });
    expect(await report(db.owner, session.session_key, reviewed())).toEqual({ status: 'missed', certificate_id: null });
  });

  it('are not lost to a vendor who does not answer: the result still counts, and after a week staff look', async () => {
    const silent = await booked();
    await attach(silent.session.id);
    const late = await booked();
    await attach(late.session.id);
    await db.value('select private.close_missed_exams($1)', ['2030-01-04T00:00:00Z']);
    expect(await report(db.owner, late.session.session_key, reviewed(), '2030-01-04T00:00:00Z')).toMatchObject({
      status: 'passed',
    });
    await db.value('select private.close_missed_exams($1)', ['2030-01-09T00:00:00Z']);
    expect(await row(silent.session.id)).toMatchObject({ status: 'review', score: null });
    await report(db.owner, silent.session.session_key, reviewed(), '2030-01-10T00:00:00Z');
    expect(await row(silent.session.id)).toMatchObject({ status: 'review', score: 80, proctor_rating: 'high' });
  });

  it('give the attempt back when no room was ever made', async () => {
    const { session } = await booked();
    await db.value('select private.close_missed_exams($1)', ['2030-01-02T00:00:00Z']);
    expect(await row(session.id)).toMatchObject({ status: 'cancelled' });
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
