import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { addPerson, addTrack, insert, text } from './builders.ts';
import type { Database, Row } from './database.ts';

export const billing = (state = '29') => JSON.stringify({ name: 'Asha Rao', address: '1 MG Road', state });

export interface OrderWish {
  kind?: 'enrolment' | 'addon_attempt' | 'renewal';
  coupon?: string | null;
  state?: string;
  key?: string;
  now?: string;
}

/** Opens an order as the edge function would, but with a clock of the test's. */
export async function openOrder(
  client: pg.Client,
  userId: string,
  trackId: string,
  wish: OrderWish = {},
): Promise<Row & { id: string; total: number }> {
  const { rows } = await client.query<Row & { id: string; total: number }>(
    'select o.* from private.create_order($1, $2, $3, $4, $5, $6, coalesce($7::timestamptz, now())) o',
    [
      userId,
      wish.kind ?? 'enrolment',
      trackId,
      wish.coupon ?? null,
      billing(wish.state),
      wish.key ?? randomUUID(),
      wish.now ?? null,
    ],
  );
  const [order] = rows;
  if (!order) throw new Error('No order came back.');
  return order;
}

/** An open order that the vendor knows; answers our id, the vendor's and the total in paise. */
export async function openVendorOrder(db: Database, userId: string, trackId: string, wish: OrderWish = {}) {
  const order = await openOrder(db.owner, userId, trackId, wish);
  const razorpayId = `order_${randomUUID().slice(0, 14)}`;
  await db.rows('select private.attach_razorpay_order($1, $2, coalesce($3::timestamptz, now()))', [
    order.id,
    razorpayId,
    wish.now ?? null,
  ]);
  return { id: order.id, razorpayId, total: order.total };
}

export const payment = (amount: number, fields: Record<string, unknown> = {}) => ({
  id: `pay_${randomUUID().slice(0, 14)}`,
  status: 'captured',
  amount,
  currency: 'INR',
  method: 'card',
  ...fields,
});

export interface Outcome {
  order_id: string | null;
  outcome: string;
  enrolment_id: string | null;
}

export async function capture(
  client: pg.Client,
  razorpayId: string,
  report: object,
  now: string | null = null,
): Promise<Outcome> {
  const { rows } = await client.query<{ result: Outcome }>(
    'select private.capture_payment($1, $2, coalesce($3::timestamptz, now())) as result',
    [razorpayId, JSON.stringify(report), now],
  );
  const [first] = rows;
  if (!first) throw new Error('No outcome came back.');
  return first.result;
}

/** An enrolment that was paid for; answers the order and the vendor's payment. */
export async function buy(db: Database, userId: string, trackId: string, wish: OrderWish = {}) {
  const order = await openVendorOrder(db, userId, trackId, wish);
  const paid = payment(order.total);
  const outcome = await capture(db.owner, order.razorpayId, paid, wish.now ?? null);
  return { ...order, payment: paid, outcome };
}

export async function addCoupon(db: Database, columns: Record<string, unknown> = {}): Promise<string> {
  const code = `C${randomUUID().slice(0, 8).toUpperCase()}`;
  return text(
    await insert(
      db,
      'public.coupons',
      { code, kind: 'percent', value: 50, valid_from: '2020-01-01', ...columns },
      'code',
    ),
  );
}

/** The code of the error that a promise ends with; fails when it does not fail. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => {
      throw new Error('This was to be refused and was not.');
    },
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && (error.code === 'P0001' || error.code === '42501'))
        return error.message;
      throw error;
    },
  );
}

/** What `traces` of an order shows when it was paid once, and when it was not. */
export const paidOnce = { enrolments: 1, invoices: 1, redemptions: 1, mails: 1, notices: 1, audits: 1 };
export const neverPaid = { enrolments: 0, invoices: 0, redemptions: 0, mails: 0, notices: 0, audits: 0 };

/** What tests of payments look at, on this file's database. */
export function useOrders(db: Database) {
  /** Everything that a payment of this order brought about. */
  async function traces(orderId: string) {
    const count = (sql: string) => db.value(`select count(*) from ${sql}`, [orderId]);
    return {
      enrolments: await count('public.enrolments where order_id = $1'),
      invoices: await count('public.invoices where order_id = $1'),
      redemptions: await count('public.coupon_redemptions where order_id = $1'),
      mails: await count(`private.outbox where kind = 'email.send' and payload->'params'->>'order_id' = $1`),
      notices: await count(`public.notifications where params->>'order_id' = $1`),
      audits: await count(`public.audit_log where subject_id = $1 and action = 'order.paid'`),
    };
  }

  async function newOrder(wish: { now?: string } = {}) {
    const userId = await addPerson(db);
    const trackId = await addTrack(db);
    const coupon = await addCoupon(db);
    return { userId, trackId, ...(await openVendorOrder(db, userId, trackId, { coupon, ...wish })) };
  }
  const statusOf = (orderId: string) => db.value('select status from public.orders where id = $1', [orderId]);
  return { traces, newOrder, statusOf };
}
