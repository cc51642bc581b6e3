import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addPerson, addTrack, enrol } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';
import { addCoupon, buy } from '../support/orders.ts';
import { certify, readyLearner } from '../support/exams.ts';

const db = useDatabase();

const quote = (
  userId: string,
  kind: string,
  trackId: string,
  coupon: string | null = null,
  state: string | null = '29',
) =>
  asPerson(db.owner, { userId }, (session) =>
    session.value('select public.quote_order($1, $2, $3, $4)', [kind, trackId, coupon, state]),
  );
const refused = (userId: string | undefined, kind: string, trackId: string, coupon: string | null = null) =>
  asPerson(db.owner, { userId }, (session) =>
    session.refusal('select public.quote_order($1, $2, $3)', [kind, trackId, coupon]),
  );

describe('quote_order', () => {
  it('answers price, discount, tax and the coupon, and nothing of our own ids', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db, { price: 100000 });
    const code = await addCoupon(db, { kind: 'amount', value: 20000 });
    expect(await quote(userId, 'enrolment', trackId, ` ${code.toLowerCase()} `, '27')).toEqual({
      currency: 'INR',
      price: 100000,
      discount: 20000,
      taxable: 80000,
      tax_lines: [{ name: 'IGST', rate: 18, amount: 14400 }],
      total: 94400,
      coupon: { code, kind: 'amount', value: 20000 },
      coupon_error: null,
    });
    expect(await quote(userId, 'enrolment', trackId, '')).toMatchObject({ coupon: null, discount: 0, total: 118000 });
  });

  it('is for signed-in, active people', async () => {
    const trackId = await addTrack(db);
    expect((await refused(undefined, 'enrolment', trackId)).code).toBe('42501');
    expect((await refused(await addPerson(db, { status: 'suspended' }), 'enrolment', trackId)).code).toBe('42501');
    expect(await quote(await addPerson(db), 'enrolment', trackId)).toMatchObject({ price: 499900 });
  });

  it('names what stands against it', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db);
    const other = await addTrack(db);
    const code = (kind: string, track: string) => refused(userId, kind, track).then((error) => error.message);
    const couponError = async (coupon: string) =>
      z
        .object({ coupon: z.null(), coupon_error: z.string(), price: z.literal(499900) })
        .parse(await quote(userId, 'enrolment', trackId, coupon)).coupon_error;
    expect(await code('enrolment', 'no-such-track')).toBe('track_not_found');
    expect(await code('enrolment', await addTrack(db, { active: false }))).toBe('track_not_found');
    expect(await code('addon_attempt', trackId)).toBe('not_enrolled');
    expect(await code('renewal', trackId)).toBe('renewal_not_open');
    expect(await couponError('NOSUCH')).toBe('coupon_not_found');
    expect(await couponError(await addCoupon(db, { active: false }))).toBe('coupon_not_found');
    expect(await couponError(await addCoupon(db, { valid_from: '2999-01-01' }))).toBe('coupon_not_found');
    expect(await couponError(await addCoupon(db, { valid_until: '2021-01-01' }))).toBe('coupon_expired');
    expect(await couponError(await addCoupon(db, { track_id: other }))).toBe('coupon_not_for_track');
    const once = await addCoupon(db, { track_id: null });
    await buy(db, userId, other, { coupon: once });
    expect(await couponError(once)).toBe('coupon_used_up');
    await enrol(db, userId, trackId);
    expect(await code('enrolment', trackId)).toBe('already_enrolled');
    expect(await code('addon_attempt', trackId)).toBe('addon_not_offered');
    await db.rows('update public.tracks set addon_price = 99900 where id = $1', [trackId]);
    expect(await quote(userId, 'addon_attempt', trackId)).toMatchObject({ price: 99900 });
  });

  it('stops whoever guesses at coupons, and then does not tell a right one either', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db);
    const right = await addCoupon(db);
    const ask = (coupon: string | null) =>
      asPerson(
        db.owner,
        { userId },
        (session) => session.value('select public.quote_order($1, $2, $3)', ['enrolment', trackId, coupon]),
        { keep: true },
      );
    expect(await ask(right)).toMatchObject({ coupon: { code: right } });
    for (let guess = 0; guess < 20; guess += 1) expect(await ask(`GUESS${guess}`)).toMatchObject({ coupon: null });
    await expect(ask('GUESS20')).rejects.toThrow('too_many_requests');
    await expect(ask(right)).rejects.toThrow('too_many_requests');
    expect(await ask(null)).toMatchObject({ coupon: null, price: 499900 });
  });

  it('opens renewal sixty days before the certificate ends, and not a day sooner', async () => {
    const learner = await readyLearner(db, { validity_months: 12, renewal_price: 99900 });
    const certificate = await certify(db, learner, '2030-01-10T00:00:00Z');
    const at = (now: string) =>
      db.value(`select private.quote($1, 'renewal', $2, null, null, false, $3)`, [
        learner.userId,
        learner.trackId,
        now,
      ]);
    await expect(at('2030-11-10T23:59:59Z')).rejects.toThrow('renewal_not_open');
    expect(await at('2030-11-11T00:00:01Z')).toMatchObject({ price: 99900, certificate_id: certificate.id });
    expect(await at('2031-06-01T00:00:00Z')).toMatchObject({ price: 99900 });
  });

  it('lets nobody choose the clock or the buyer', async () => {
    const userId = await addPerson(db);
    const refusal = await asPerson(db.owner, { userId }, (session) =>
      session.refusal(`select private.quote($1, 'enrolment', 'x', null, null, false, now())`, [userId]),
    );
    expect(refusal.code).toBe('42501');
  });
});
