import { describe, expect, it } from 'vitest';
import { addPerson, addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';
import { examStart, readyLearner, report, reviewed, schedule, useExams } from '../support/exams.ts';
import { codeOf } from '../support/orders.ts';

const db = useDatabase();
const { booked, attach, row, queued } = useExams(db);
const now = examStart;

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

  it('takes the own clock when no time is given, and makes one booking of two clicks', async () => {
    const learner = await readyLearner(db);
    const session = await schedule(db.owner, learner.userId, learner.trackId, null, now);
    expect(await row(session.id)).toMatchObject({ status: 'scheduled', scheduled_at: new Date(now) });
    const seconds = new Date(Date.parse(now) + 20_000).toISOString();
    expect((await schedule(db.owner, learner.userId, learner.trackId, null, seconds)).id).toBe(session.id);
    const minutes = new Date(Date.parse(now) + 120_000).toISOString();
    expect(await codeOf(schedule(db.owner, learner.userId, learner.trackId, null, minutes))).toBe('exam_pending');
  });

  it('does not book beyond the end of the enrolment', async () => {
    const learner = await readyLearner(db);
    await db.rows('update public.enrolments set expires_at = $2 where id = $1', [learner.enrolmentId, '2030-01-10']);
    expect(await codeOf(schedule(db.owner, learner.userId, learner.trackId, '2030-01-11T00:00:00Z', now))).toBe(
      'exam_time_invalid',
    );
    expect(await schedule(db.owner, learner.userId, learner.trackId, '2030-01-09T00:00:00Z', now)).toMatchObject({
      status: 'scheduled',
    });
  });

  it('is done by the server alone', async () => {
    const learner = await readyLearner(db);
    const sql = 'select (public.system_schedule_exam($1, $2, now())).status';
    const values = [learner.userId, learner.trackId];
    expect(
      await asPerson(db.owner, { userId: learner.userId }, (session) => session.refusal(sql, values)),
    ).toMatchObject({ code: '42501' });
    expect(await asPerson(db.owner, { role: 'service_role' }, (session) => session.value(sql, values))).toBe(
      'scheduled',
    );
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
    expect(
      await asPerson(db.owner, { userId: await addPerson(db) }, (person) => person.refusal(cancel, [session.id])),
    ).toMatchObject({ code: '42501' });
    expect(
      await asPerson(db.owner, { userId: await addStaff(db, ['exams.read']) }, (person) =>
        person.refusal(cancel, [session.id]),
      ),
    ).toMatchObject({ code: '42501' });
    await asPerson(db.owner, { userId: await addStaff(db, ['exams.manage']) }, (person) =>
      person.value(cancel, [session.id]),
    );
    await asPerson(db.owner, { userId }, (person) => person.value(cancel, [session.id]), { keep: true });
    expect(await row(session.id)).toMatchObject({ status: 'cancelled' });
  });

  it('does not work once it has started', async () => {
    const { session, userId } = await booked();
    await report(db.owner, session.session_key, { status: 'started' }, now);
    expect(await asPerson(db.owner, { userId }, (person) => person.refusal(cancel, [session.id]))).toMatchObject({
      code: 'P0001',
      message: 'exam_already_started',
    });
  });

  it('closes the room, and counts when the vendor says that somebody had been in it', async () => {
    const { session, userId, trackId } = await booked({ attempts_included: 1 });
    await attach(session.id);
    await asPerson(db.owner, { userId }, (person) => person.value(cancel, [session.id]), { keep: true });
    expect(await queued('talview.cancel_session', session.id)).toBe(1);
    const next = await schedule(db.owner, userId, trackId, '2030-01-02T00:00:00Z', now);
    await attach(next.id);
    expect(await report(db.owner, session.session_key, { status: 'started' }, now)).toMatchObject({ status: 'voided' });
    expect(await row(session.id)).toMatchObject({ status: 'voided' });
    // The only attempt is used: what was booked in its place is called off, and its room closed.
    expect(await row(next.id)).toMatchObject({ status: 'cancelled' });
    expect(await queued('talview.cancel_session', next.id)).toBe(1);
    expect(await db.value('select private.exam_standing($1, $2, $3)', [userId, trackId, now])).toMatchObject({
      attempts_left: 0,
      eligible: false,
    });
    expect(await report(db.owner, session.session_key, reviewed(), now)).toEqual({
      status: 'voided',
      certificate_id: null,
    });
  });

  it('leaves the attempt unused when nobody was in the room, or when staff called it off', async () => {
    const mine = await booked();
    await attach(mine.session.id);
    await asPerson(db.owner, { userId: mine.userId }, (person) => person.value(cancel, [mine.session.id]), {
      keep: true,
    });
    await report(db.owner, mine.session.session_key, { status: 'cancelled' }, now);
    expect(await row(mine.session.id)).toMatchObject({ status: 'cancelled' });
    const theirs = await booked();
    await attach(theirs.session.id);
    const staff = await addStaff(db, ['exams.manage']);
    await asPerson(db.owner, { userId: staff }, (person) => person.value(cancel, [theirs.session.id]), { keep: true });
    await report(db.owner, theirs.session.session_key, { status: 'started' }, now);
    expect(await row(theirs.session.id)).toMatchObject({ status: 'cancelled', decided_by: staff });
  });

  it('is final: neither the vendor session nor a result brings it back', async () => {
    const { session, userId } = await booked();
    await asPerson(db.owner, { userId }, (person) => person.value(cancel, [session.id]), { keep: true });
    expect(await attach(session.id)).toMatchObject([{ status: 'cancelled', session_url: null }]);
    expect(await report(db.owner, session.session_key, reviewed())).toEqual({
      status: 'cancelled',
      certificate_id: null,
    });
  });
});
