import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addModule, addPerson, addStaff, addTrack, enrol, insert, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { passMockTest } from '../support/exams.ts';
import { asPerson } from '../support/people.ts';

const db = useDatabase();
const ids = { analyst: '', reader: '', cashier: '', learner: '', track: '', other: '' };
const figures = z.record(z.string(), z.number());
const overview = z.object({
  now: figures,
  before: figures,
  funnel: figures,
  course: z.object({ unit: z.string(), steps: z.array(z.record(z.string(), z.union([z.number(), z.string()]))) }),
  expiring: z.number(),
  work: figures,
});
const page = z.object({
  rows: z.array(z.object({ id: z.string(), name: z.string(), at: z.string(), amount: z.number().nullable() })),
  next: z.object({ at: z.string(), id: z.string() }).nullable(),
});

/** A learner who registered then, enrolled and paid a day later. */
async function sold(joined: string, paidAt: string, track: string, total = 118_000) {
  const userId = await addPerson(db);
  await db.rows('update public.profiles set joined_at = $2 where user_id = $1', [userId, joined]);
  const enrolmentId = await enrol(db, userId, track);
  await db.rows('update public.enrolments set enrolled_at = $2 where id = $1', [enrolmentId, paidAt]);
  const orderId = text(
    await insert(
      db,
      'public.orders',
      {
        user_id: userId,
        kind: 'enrolment',
        track_id: track,
        enrolment_id: enrolmentId,
        status: 'paid',
        price: 100_000,
        taxable: total - 18_000,
        total,
        receipt: `r-${enrolmentId.slice(0, 30)}`,
        paid_at: paidAt,
        expires_at: paidAt,
        request_key: enrolmentId,
      },
      'id',
    ),
  );
  return { userId, enrolmentId, orderId };
}

const seen = (userId: string, from: string, to: string, track: string | null = null) =>
  asPerson(db.owner, { userId }, async (s) =>
    overview.parse(await s.value('select public.admin_overview($1, $2, $3)', [from, to, track])),
  );
const behind = (userId: string, figure: string, after: unknown = null, limit = 25) =>
  asPerson(db.owner, { userId }, async (s) =>
    page.parse(
      await s.value(`select public.overview_rows($1, '2026-03-01', '2026-03-31', null, $2, $3)`, [
        figure,
        after === null ? null : JSON.stringify(after),
        limit,
      ]),
    ),
  );

beforeAll(async () => {
  Object.assign(ids, {
    analyst: await addStaff(db, ['analytics.read']),
    reader: await addStaff(db, ['analytics.read', 'users.read', 'exams.read', 'certificates.read']),
    cashier: await addStaff(db, ['analytics.read', 'payments.read']),
    learner: await addPerson(db),
    track: await addTrack(db),
    other: await addTrack(db),
  });
  await addModule(db, ids.track);
  // The last moment of 28 February in India, and the first of March.
  await sold('2026-02-10T00:00:00Z', '2026-02-28T18:29:59Z', ids.track);
  const first = await sold('2026-02-28T18:30:00Z', '2026-03-02T00:00:00Z', ids.track);
  const second = await sold('2026-03-05T00:00:00Z', '2026-03-06T00:00:00Z', ids.track);
  await sold('2026-03-05T00:00:00Z', '2026-03-31T18:29:59Z', ids.other, 59_000);
  const refunded = text(
    await insert(
      db,
      'public.payments',
      {
        order_id: second.orderId,
        user_id: second.userId,
        razorpay_payment_id: 'pay_1',
        status: 'captured',
        amount: 118_000,
      },
      'id',
    ),
  );
  await db.rows(
    `insert into public.refunds (payment_id, user_id, razorpay_refund_id, amount, status, updated_at) values
      ($1, $2, 'rfnd_1', 18000, 'processed', '2026-03-20'), ($1, $2, 'rfnd_2', 5000, 'pending', '2026-03-20')`,
    [refunded, second.userId],
  );
  await db.rows(
    `insert into public.module_progress (enrolment_id, module_id, user_id, status, completed_at, created_at)
     select e.id, tm.module_id, e.user_id, 'completed', '2026-03-10', '2026-03-10' from public.enrolments e
     join public.track_modules tm on tm.track_id = e.track_id where e.id = $1`,
    [first.enrolmentId],
  );
  await passMockTest(db, first.userId, ids.track, first.enrolmentId);
  for (const [status, at] of [
    ['passed', '2026-03-15'],
    ['failed', '2026-03-14'],
  ] as const) {
    await insert(db, 'public.exam_sessions', {
      user_id: first.userId,
      enrolment_id: first.enrolmentId,
      track_id: ids.track,
      attempt_no: status === 'passed' ? 2 : 1,
      status,
      scheduled_at: at,
      decided_at: at,
    });
  }
  await insert(db, 'public.certificates', {
    number: 'AIR-2026-OVERVIEW',
    user_id: first.userId,
    track_id: ids.track,
    enrolment_id: first.enrolmentId,
    cycle: 1,
    holder_name: 'Asha Rao',
    track_name: 'Track',
    issued_at: '2026-03-15',
    expires_at: new Date(Date.now() + 30 * 86_400_000),
  });
});

describe('the overview', () => {
  it('counts what happened in the days of India, net of refunds, beside the period before', async () => {
    const { now, before, expiring } = await seen(ids.analyst, '2026-03-01', '2026-03-31');
    expect(now).toEqual({
      registrations: 3,
      paid: 3,
      refunds: 1,
      refunded: 18_000,
      revenue: 118_000 + 118_000 + 59_000 - 18_000,
      enrolments: 3,
      completions: 1,
      exams_passed: 1,
      exams_failed: 1,
      certificates: 1,
    });
    expect(before).toMatchObject({ registrations: 1, paid: 1, revenue: 118_000, refunds: 0, certificates: 0 });
    expect(expiring).toBe(1);
  });

  it('counts for one track; registrations have none', async () => {
    const { now, funnel } = await seen(ids.analyst, '2026-03-01', '2026-03-31', ids.other);
    expect(now).toMatchObject({
      registrations: 3,
      paid: 1,
      revenue: 59_000,
      refunds: 0,
      completions: 0,
      certificates: 0,
    });
    expect(funnel).toEqual({
      registered: 3,
      enrolled: 1,
      learning: 0,
      completed: 0,
      test_passed: 0,
      exam: 0,
      certified: 0,
    });
  });

  it('follows those who registered in the period to where they are now', async () => {
    expect((await seen(ids.analyst, '2026-03-01', '2026-03-31')).funnel).toEqual({
      registered: 3,
      enrolled: 3,
      learning: 1,
      completed: 1,
      test_passed: 1,
      exam: 1,
      certified: 1,
    });
  });

  it('shows the course day by day, then by weeks and months, with a step for each', async () => {
    const days = (await seen(ids.analyst, '2026-03-01', '2026-03-31')).course;
    expect(days.unit).toBe('day');
    expect(days.steps).toHaveLength(31);
    expect(days.steps[0]).toMatchObject({ day: '2026-03-01', registrations: 1, revenue: 0 });
    expect(days.steps[1]).toMatchObject({ day: '2026-03-02', enrolments: 1, revenue: 118_000 });
    expect(days.steps[19]).toMatchObject({ day: '2026-03-20', revenue: -18_000 });
    const weeks = (await seen(ids.analyst, '2026-01-01', '2026-05-31')).course;
    expect(weeks.unit).toBe('week');
    const months = (await seen(ids.analyst, '2025-01-01', '2026-12-31')).course;
    expect(months).toMatchObject({ unit: 'month' });
    expect(months.steps).toHaveLength(24);
    for (const { steps } of [weeks, months]) {
      expect(steps.reduce((sum, step) => sum + Number(step.revenue), 0)).toBe(118_000 * 3 + 59_000 - 18_000);
    }
  });

  it('names work that waits for vendors and work that failed', async () => {
    const before = (await seen(ids.analyst, '2026-03-01', '2026-03-31')).work;
    await db.rows(`select private.enqueue('email.send', '{}', 'overview:1')`);
    await db.rows(`select private.enqueue('email.send', '{}', 'overview:2')`);
    await db.rows(`update private.outbox set status = 'dead' where dedupe_key = 'overview:2'`);
    expect((await seen(ids.analyst, '2026-03-01', '2026-03-31')).work).toEqual({
      ...before,
      waiting: (before.waiting ?? 0) + 1,
      failed: (before.failed ?? 0) + 1,
    });
  });

  it.each([
    ['2026-03-02', '2026-03-01', null, 'invalid_period'],
    ['2000-01-01', '2026-03-01', null, 'invalid_period'],
    ['2026-03-01', '2026-03-31', 'no-such-track', 'track_not_found'],
  ])('refuses %s to %s for %s', async (from, to, track, message) => {
    expect(
      await asPerson(db.owner, { userId: ids.analyst }, (s) =>
        s.refusal('select public.admin_overview($1, $2, $3)', [from, to, track]),
      ),
    ).toEqual({ code: 'P0001', message });
  });

  it.each(['learner', 'anon', 'other staff'])('is closed to %s', async (who) => {
    const userId = who === 'anon' ? undefined : who === 'learner' ? ids.learner : await addStaff(db, ['users.read']);
    for (const call of [
      `public.admin_overview('2026-03-01', '2026-03-31')`,
      `public.overview_rows('registrations', '2026-03-01', '2026-03-31')`,
    ]) {
      expect(await asPerson(db.owner, { userId }, (s) => s.refusal(`select ${call}`))).toMatchObject({ code: '42501' });
    }
  });
});

describe('the rows behind a figure', () => {
  it.each([
    ['registrations', 3],
    ['enrolments', 3],
    ['completions', 1],
    ['exams', 2],
    ['certificates', 1],
    ['expiring', 1],
  ])('%s are as many as the figure says', async (figure, count) => {
    expect((await behind(ids.reader, figure)).rows).toHaveLength(count);
  });

  it('come newest first, page by page, without gaps', async () => {
    const first = await behind(ids.cashier, 'paid', null, 2);
    expect(first.rows.map(({ amount }) => amount)).toEqual([59_000, 118_000]);
    const second = await behind(ids.cashier, 'paid', first.next, 2);
    expect(second.rows).toHaveLength(1);
    expect(second.next).toBeNull();
    expect((await behind(ids.cashier, 'refunds')).rows.map(({ amount }) => amount)).toEqual([-18_000]);
  });

  it.each([
    ['paid', 'reader'],
    ['refunds', 'reader'],
    ['registrations', 'cashier'],
    ['exams', 'cashier'],
    ['certificates', 'cashier'],
    ['expiring', 'analyst'],
  ] as const)('%s need their own permission, which the %s lacks', async (figure, who) => {
    expect(
      await asPerson(db.owner, { userId: ids[who] }, (s) =>
        s.refusal(`select public.overview_rows($1, '2026-03-01', '2026-03-31')`, [figure]),
      ),
    ).toMatchObject({ code: '42501', message: 'not_allowed' });
  });

  it('refuses a figure that has no list', async () => {
    expect(
      await asPerson(db.owner, { userId: ids.reader }, (s) =>
        s.refusal(`select public.overview_rows('revenue; drop table x', '2026-03-01', '2026-03-31')`),
      ),
    ).toEqual({ code: 'P0001', message: 'invalid_figure' });
  });
});

describe('milestones', () => {
  const milestones = (userId: string) =>
    db.rows('select track_id, registered_at, enrolled_at from private.learner_milestones where user_id = $1', [userId]);

  it('keep the first time, in each track and in any', async () => {
    const userId = await addPerson(db);
    await enrol(db, userId, ids.track);
    await enrol(db, userId, ids.other);
    const rows = await milestones(userId);
    expect(rows.map(({ track_id }) => track_id).toSorted()).toEqual(['', ids.track, ids.other].toSorted());
    expect(rows.every(({ enrolled_at }) => enrolled_at !== null)).toBe(true);
  });

  it('are not kept of managers and staff', async () => {
    expect(await milestones(ids.analyst)).toEqual([]);
  });

  it('are seen by nobody through the API', async () => {
    for (const person of [{}, { userId: ids.reader }, { role: 'service_role' as const }]) {
      expect(
        await asPerson(db.owner, person, (s) => s.refusal('select * from private.learner_milestones')),
      ).toMatchObject({ code: '42501' });
    }
  });
});
