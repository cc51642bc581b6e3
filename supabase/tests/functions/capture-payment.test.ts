import { describe, expect, it } from 'vitest';
import { addPerson, addTrack } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';
import {
  addCoupon,
  capture,
  neverPaid,
  openOrder,
  openVendorOrder,
  paidOnce,
  payment,
  useOrders,
} from '../support/orders.ts';

const db = useDatabase();
const { traces, newOrder, statusOf } = useOrders(db);

const refundsQueued = (orderId: string) =>
  db.value(
    `select count(*) from private.outbox where kind = 'payment.refund_duplicate'
       and payload->>'payment_id' in (select id::text from public.payments where order_id = $1)`,
    [orderId],
  );

describe('system_capture_payment', () => {
  it('is for the server alone', async () => {
    const order = await newOrder();
    const sql = 'select public.system_capture_payment($1, $2)';
    const values = [order.razorpayId, JSON.stringify(payment(order.total))];
    expect(await asPerson(db.owner, { userId: order.userId }, (session) => session.refusal(sql, values))).toMatchObject(
      { code: '42501' },
    );
    expect(await asPerson(db.owner, { role: 'service_role' }, (session) => session.value(sql, values))).toMatchObject({
      outcome: 'paid',
    });
  });

  it('marks paid, enrols, redeems, invoices, and queues mail, notice and audit', async () => {
    const order = await newOrder();
    const outcome = await capture(db.owner, order.razorpayId, payment(order.total));
    expect(outcome).toMatchObject({ order_id: order.id, outcome: 'paid' });
    expect(await traces(order.id)).toEqual(paidOnce);
    expect(
      await db.rows(
        'select status, enrolment_id, paid_at is not null as dated, next_reconcile_at from public.orders where id = $1',
        [order.id],
      ),
    ).toEqual([{ status: 'paid', enrolment_id: outcome.enrolment_id, dated: true, next_reconcile_at: null }]);
  });

  it('runs twice and counts once', async () => {
    const order = await newOrder();
    const paid = payment(order.total);
    const first = await capture(db.owner, order.razorpayId, paid);
    expect(await capture(db.owner, order.razorpayId, paid)).toEqual({ ...first, outcome: 'already_paid' });
    expect(await traces(order.id)).toEqual(paidOnce);
  });

  it('counts once when webhook and browser come at the same moment', async () => {
    const order = await newOrder();
    const paid = payment(order.total);
    const clients = await Promise.all(Array.from({ length: 6 }, () => db.connect()));
    const outcomes = await Promise.all(clients.map((client) => capture(client, order.razorpayId, paid)));
    expect(outcomes.map((outcome) => outcome.outcome).sort()).toEqual([
      ...Array<string>(5).fill('already_paid'),
      'paid',
    ]);
    expect(new Set(outcomes.map((outcome) => outcome.enrolment_id)).size).toBe(1);
    expect(await traces(order.id)).toEqual(paidOnce);
  });

  it.each([
    ['one paisa less', { amount: -1 }],
    ['one paisa more', { amount: 1 }],
    ['another currency', { currency: 'USD' }],
    ['no currency', { currency: null }],
  ])(
    'records but never enrols for %s',
    async (_, { amount = 0, ...fields }: { amount?: number; currency?: string | null }) => {
      const order = await newOrder();
      const wrong = { ...payment(order.total + amount), ...fields };
      for (let time = 0; time < 2; time += 1) {
        expect(await capture(db.owner, order.razorpayId, wrong)).toEqual({
          order_id: order.id,
          outcome: 'amount_mismatch',
          enrolment_id: null,
        });
      }
      expect(await traces(order.id)).toEqual(neverPaid);
      expect(await statusOf(order.id)).toBe('created');
      expect(await db.value('select status from public.payments where razorpay_payment_id = $1', [wrong.id])).toBe(
        'captured',
      );
      expect(
        await db.value(
          `select count(*) from public.audit_log where action = 'payment.amount_mismatch' and details->>'order_id' = $1`,
          [order.id],
        ),
      ).toBe(1);
      expect(await refundsQueued(order.id)).toBe(1);
      expect(await capture(db.owner, order.razorpayId, payment(order.total))).toMatchObject({ outcome: 'paid' });
    },
  );

  it('warns before an authorised payment of another amount is captured', async () => {
    const order = await newOrder();
    expect(await capture(db.owner, order.razorpayId, payment(order.total - 5, { status: 'authorized' }))).toMatchObject(
      { outcome: 'amount_mismatch' },
    );
    expect(await capture(db.owner, order.razorpayId, payment(order.total, { status: 'authorized' }))).toMatchObject({
      outcome: 'recorded',
    });
    expect(await traces(order.id)).toEqual(neverPaid);
  });

  it('lets a failed payment become captured later', async () => {
    const order = await newOrder();
    const paid = payment(order.total, {
      status: 'failed',
      error_code: 'BAD_REQUEST_ERROR',
      error_description: 'Declined',
    });
    expect(await capture(db.owner, order.razorpayId, paid)).toMatchObject({ outcome: 'recorded', enrolment_id: null });
    expect(await statusOf(order.id)).toBe('failed');
    expect(
      (
        await openOrder(db.owner, order.userId, order.trackId, {
          coupon: String(
            await db.value(
              'select c.code from public.coupons c join public.orders o on o.coupon_id = c.id where o.id = $1',
              [order.id],
            ),
          ),
        })
      ).id,
    ).toBe(order.id);
    expect(
      await capture(db.owner, order.razorpayId, {
        ...paid,
        status: 'captured',
        error_code: null,
        error_description: null,
      }),
    ).toMatchObject({ outcome: 'paid' });
    expect(await db.rows('select status, error_code from public.payments where order_id = $1', [order.id])).toEqual([
      { status: 'captured', error_code: null },
    ]);
    expect(await traces(order.id)).toEqual(paidOnce);
  });

  it('takes no news that is older than what it knows', async () => {
    const order = await newOrder();
    const paid = payment(order.total);
    await capture(db.owner, order.razorpayId, paid);
    for (const status of ['created', 'authorized', 'failed']) {
      expect(await capture(db.owner, order.razorpayId, { ...paid, status, error_code: 'LATE' })).toMatchObject({
        outcome: 'already_paid',
      });
    }
    expect(await db.rows('select status, error_code from public.payments where order_id = $1', [order.id])).toEqual([
      { status: 'captured', error_code: null },
    ]);
    expect(await statusOf(order.id)).toBe('paid');
  });

  it('enrols for an order that had expired', async () => {
    const order = await newOrder({ now: '2030-01-01T00:00:00Z' });
    await db.value('select private.expire_orders($1)', ['2030-01-03T00:00:00Z']);
    expect(await statusOf(order.id)).toBe('expired');
    expect(await capture(db.owner, order.razorpayId, payment(order.total), '2030-01-03T00:00:01Z')).toMatchObject({
      outcome: 'paid',
    });
    expect(await traces(order.id)).toEqual(paidOnce);
  });

  it('gives the money back when an order is paid long after it expired: an old price is not kept for ever', async () => {
    const order = await newOrder({ now: '2030-01-01T00:00:00Z' });
    await db.value('select private.expire_orders($1)', ['2030-01-03T00:00:00Z']);
    const outcome = await capture(db.owner, order.razorpayId, payment(order.total), '2030-02-01T00:00:00Z');
    expect(outcome).toMatchObject({ outcome: 'paid', enrolment_id: null });
    expect(await traces(order.id)).toEqual(neverPaid);
    expect(await refundsQueued(order.id)).toBe(1);
  });

  it('does not let one buyer use a coupon once per order that it was moved away from', async () => {
    const userId = await addPerson(db);
    const coupon = await addCoupon(db, { value: 50, per_user: 1 });
    const first = await openVendorOrder(db, userId, await addTrack(db), { coupon });
    const second = await openVendorOrder(db, userId, await addTrack(db), { coupon });
    expect(await statusOf(first.id)).toBe('expired');
    const other = await db.connect();
    const outcomes = await Promise.all([
      capture(db.owner, first.razorpayId, payment(first.total)),
      capture(other, second.razorpayId, payment(second.total)),
    ]);
    expect(outcomes.filter((outcome) => outcome.enrolment_id !== null)).toHaveLength(1);
    expect(Number(await refundsQueued(first.id)) + Number(await refundsQueued(second.id))).toBe(1);
    expect(await db.value('select count(*) from public.coupon_redemptions where user_id = $1', [userId])).toBe(1);
  });

  it('records a second payment of a paid order and puts it before staff, once', async () => {
    const order = await newOrder();
    await capture(db.owner, order.razorpayId, payment(order.total));
    const second = payment(order.total);
    for (let time = 0; time < 2; time += 1)
      expect(await capture(db.owner, order.razorpayId, second)).toMatchObject({ outcome: 'already_paid' });
    const id = await db.value('select id from public.payments where razorpay_payment_id = $1', [second.id]);
    expect(
      await db.rows(
        `select payload from private.outbox where kind = 'payment.refund_duplicate' and payload->>'payment_id' = $1`,
        [id],
      ),
    ).toEqual([{ payload: { payment_id: id } }]);
    expect(
      await db.value(`select count(*) from public.audit_log where action = 'payment.duplicate' and subject_id = $1`, [
        id,
      ]),
    ).toBe(1);
    expect(await traces(order.id)).toEqual(paidOnce);
  });

  it('puts a paid second order for the same track before staff, without an invoice', async () => {
    const userId = await addPerson(db);
    const trackId = await addTrack(db);
    const first = await openVendorOrder(db, userId, trackId);
    const second = await openVendorOrder(db, userId, trackId, { coupon: await addCoupon(db) });
    expect(second.id).not.toBe(first.id);
    const enrolled = await capture(db.owner, first.razorpayId, payment(first.total));
    const again = await capture(db.owner, second.razorpayId, payment(second.total));
    expect(again).toEqual({ order_id: second.id, outcome: 'paid', enrolment_id: enrolled.enrolment_id });
    expect(await traces(second.id)).toEqual(neverPaid);
    expect(
      await db.value(
        `select count(*) from private.outbox where kind = 'payment.refund_duplicate' and payload->>'payment_id' = (select id::text from public.payments where order_id = $1)`,
        [second.id],
      ),
    ).toBe(1);
  });

  it('says so when it does not know the order', async () => {
    expect(await capture(db.owner, 'order_of_somebody', payment(100))).toEqual({
      order_id: null,
      outcome: 'unknown_order',
      enrolment_id: null,
    });
  });

  it('does not take a payment of one order for another', async () => {
    const [one, other] = [await newOrder(), await newOrder()];
    const paid = payment(one.total);
    await capture(db.owner, one.razorpayId, paid);
    expect(await capture(db.owner, other.razorpayId, paid)).toMatchObject({ outcome: 'recorded', enrolment_id: null });
    expect(await traces(other.id)).toEqual(neverPaid);
  });

  it('leaves nothing behind when a step fails', async () => {
    const order = await newOrder();
    await db.rows('begin');
    await db.rows('alter table public.invoices add constraint fails check (false) not valid');
    await db.rows('savepoint before');
    await expect(capture(db.owner, order.razorpayId, payment(order.total))).rejects.toThrow('fails');
    await db.rows('rollback');
    expect(await traces(order.id)).toEqual(neverPaid);
    expect(await statusOf(order.id)).toBe('created');
  });
});
