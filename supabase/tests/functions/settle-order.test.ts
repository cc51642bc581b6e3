import { describe, expect, it } from 'vitest';
import { addPerson, addTrack, enrol } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import {
  addCoupon,
  buy,
  capture,
  neverPaid,
  openOrder,
  openVendorOrder,
  paidOnce,
  payment,
  useOrders,
} from '../support/orders.ts';
import { certify, readyLearner } from '../support/exams.ts';

const db = useDatabase();
const { traces, newOrder } = useOrders(db);

describe('what is bought', () => {
  it('adds one attempt for an add-on', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db, { addon_price: 99900 });
    const enrolmentId = await enrol(db, userId, trackId);
    const bought = await buy(db, userId, trackId, { kind: 'addon_attempt' });
    await capture(db.owner, bought.razorpayId, bought.payment);
    expect(bought.outcome).toMatchObject({ outcome: 'paid', enrolment_id: enrolmentId });
    expect(await db.value('select attempts_added from public.enrolments where id = $1', [enrolmentId])).toBe(1);
  });

  it('renews a certificate from where the old one ends', async () => {
    const learner = await readyLearner(db, { validity_months: 12, renewal_price: 99900 });
    const old = await certify(db, learner, '2030-01-10T00:00:00Z');
    await db.rows('update public.profiles set full_name = $2 where user_id = $1', [learner.userId, 'Somebody Else']);
    const bought = await buy(db, learner.userId, learner.trackId, { kind: 'renewal', now: '2030-12-01T00:00:00Z' });
    expect(bought.outcome).toMatchObject({ outcome: 'paid', enrolment_id: learner.enrolmentId });
    expect(
      await db.rows(
        'select cycle, status, holder_name, issued_at, expires_at, supersedes from public.certificates where user_id = $1 order by cycle',
        [learner.userId],
      ),
    ).toEqual([
      {
        cycle: 1,
        status: 'superseded',
        holder_name: 'Asha Rao',
        issued_at: new Date('2030-01-10T00:00:00Z'),
        expires_at: new Date('2031-01-10T00:00:00Z'),
        supersedes: null,
      },
      {
        cycle: 2,
        status: 'issued',
        holder_name: 'Asha Rao',
        issued_at: new Date('2030-12-01T00:00:00Z'),
        expires_at: new Date('2032-01-10T00:00:00Z'),
        supersedes: old.id,
      },
    ]);
  });

  it('renews an expired certificate from today', async () => {
    const learner = await readyLearner(db, { validity_months: 12, renewal_price: 99900 });
    await certify(db, learner, '2030-01-10T00:00:00Z');
    await buy(db, learner.userId, learner.trackId, { kind: 'renewal', now: '2031-06-01T00:00:00Z' });
    expect(
      await db.value(`select expires_at from public.certificates where user_id = $1 and status = 'issued'`, [
        learner.userId,
      ]),
    ).toEqual(new Date('2032-06-01T00:00:00Z'));
  });

  it('costs nothing with a full discount, and is still enrolled, invoiced and counted once', async () => {
    const userId = await addPerson(db);
    const order = await openOrder(db.owner, userId, await addTrack(db), {
      coupon: await addCoupon(db, { value: 100 }),
    });
    expect(order.total).toBe(0);
    const settle = () => db.value('select private.settle_free_order($1, now())', [order.id]);
    expect(await settle()).toMatchObject({ outcome: 'paid' });
    expect(await settle()).toMatchObject({ outcome: 'already_paid' });
    expect(await traces(order.id)).toEqual(paidOnce);
  });

  it('does not cost nothing when the coupon was used up by an earlier order meanwhile', async () => {
    const userId = await addPerson(db);
    const coupon = await addCoupon(db, { kind: 'amount', value: 300000 });
    const dear = await openVendorOrder(db, userId, await addTrack(db), { coupon });
    const free = await openOrder(db.owner, userId, await addTrack(db, { price: 200000 }), { coupon });
    expect(free.total).toBe(0);
    await capture(db.owner, dear.razorpayId, payment(dear.total));
    expect(await db.value('select private.settle_free_order($1, now())', [free.id])).toMatchObject({
      outcome: 'recorded',
      enrolment_id: null,
    });
    expect(await traces(free.id)).toEqual(neverPaid);
  });

  it('is not given away when it costs something', async () => {
    const order = await newOrder();
    await expect(db.value('select private.settle_free_order($1, now())', [order.id])).rejects.toThrow('order_not_free');
    expect(await traces(order.id)).toEqual(neverPaid);
  });
});
