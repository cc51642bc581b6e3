import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { insert, text } from './builders.ts';
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
export async function openOrder(client: pg.Client, userId: string, trackId: string, wish: OrderWish = {}): Promise<Row & { id: string; total: number }> {
  const { rows } = await client.query<Row & { id: string; total: number }>(
    'select o.* from private.create_order($1, $2, $3, $4, $5, $6, coalesce($7::timestamptz, now())) o',
    [userId, wish.kind ?? 'enrolment', trackId, wish.coupon ?? null, billing(wish.state), wish.key ?? randomUUID(), wish.now ?? null],
  );
  const [order] = rows;
  if (!order) throw new Error('No order came back.');
  return order;
}

/** An open order that the vendor knows; answers our id, the vendor's and the total in paise. */
export async function openVendorOrder(db: Database, userId: string, trackId: string, wish: OrderWish = {}) {
  const order = await openOrder(db.owner, userId, trackId, wish);
  const razorpayId = `order_${randomUUID().slice(0, 14)}`;
  await db.rows('select private.attach_razorpay_order($1, $2, coalesce($3::timestamptz, now()))', [order.id, razorpayId, wish.now ?? null]);
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

export async function capture(client: pg.Client, razorpayId: string, report: object, now: string | null = null): Promise<Outcome> {
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
  return text(await insert(db, 'public.coupons', { code, kind: 'percent', value: 50, valid_from: '2020-01-01', ...columns }, 'code'));
}

/** The code of the error that a promise ends with; fails when it does not fail. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => {
      throw new Error('This was to be refused and was not.');
    },
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && (error.code === 'P0001' || error.code === '42501')) return error.message;
      throw error;
    },
  );
}
