import { z } from 'zod';
import { alphanumeric, unixSeconds } from '../shared/ids.ts';
import { badRequest, notFound, parseRequest, RazorpayFailure } from './errors.ts';
import type { RazorpayEvents } from './events.ts';
import { amountSchema, notesOrEmpty, notesRequestSchema } from './orders.ts';
import { getPayment } from './payments.ts';
import type { Payment, RazorpayStore, Refund } from './store.ts';

export type RefundOutcome = 'processed' | 'failed';
type RefundContext = { store: RazorpayStore; events: RazorpayEvents };

const createRefundSchema = z.strictObject({
  amount: amountSchema(100, 'The amount must be atleast INR 1.00').optional(),
  speed: z.literal('normal', 'The speed must be normal for this account.').optional(),
  notes: notesRequestSchema.nullish(),
  receipt: z.string().max(40, 'The receipt may not be greater than 40 characters.').nullish(),
});

const KEY_SHAPE = /^[A-Za-z0-9_-]{10,}$/;

export function createRefund(
  { store, events }: RefundContext,
  paymentId: string,
  body: unknown,
  key: string | undefined,
): Refund {
  if (key !== undefined && !KEY_SHAPE.test(key)) {
    throw badRequest('The idempotency key must be at least 10 characters of letters, digits, hyphen and underscore.');
  }
  const request = parseRequest(createRefundSchema, body);
  const asked = JSON.stringify([paymentId, request]);
  const known = key ? store.data.refundKeys[key] : undefined;
  if (known && known.request !== asked) {
    const description = 'Different request sent with the same idempotency key.';
    throw new RazorpayFailure({ ...badRequest(description).error, reason: 'idempotency_key_reused' }, 409);
  }
  if (known) return getRefund(store, known.refundId);

  const payment = getPayment(store, paymentId);
  const amount = refundableAmount(payment, request.amount);
  const refund: Refund = {
    id: `rfnd_${alphanumeric(14)}`,
    entity: 'refund',
    amount,
    currency: payment.currency,
    payment_id: payment.id,
    notes: notesOrEmpty(request.notes),
    receipt: request.receipt ?? null,
    acquirer_data: { arn: null },
    created_at: unixSeconds(),
    batch_id: null,
    status: 'pending',
    speed_processed: 'normal',
    speed_requested: 'normal',
  };
  store.data.refunds.push(refund);
  if (key) store.data.refundKeys[key] = { request: asked, refundId: refund.id };
  setRefunded(payment, payment.amount_refunded + amount);
  store.save();
  events.refund('refund.created', refund, payment);
  return refund;
}

function refundableAmount(payment: Payment, asked: number | undefined): number {
  if (payment.status === 'refunded') throw badRequest('The payment has been fully refunded already');
  if (payment.status !== 'captured') throw badRequest('The payment status should be captured for action to be taken');
  const left = payment.amount - payment.amount_refunded;
  const amount = asked ?? left;
  if (amount > left) throw badRequest('The total refund amount is greater than the refund payment amount', 'amount');
  return amount;
}

function setRefunded(payment: Payment, amount: number): void {
  const full = amount === payment.amount;
  payment.amount_refunded = amount;
  payment.refund_status = full ? 'full' : amount > 0 ? 'partial' : null;
  payment.status = full ? 'refunded' : 'captured';
}

/** The bank's answer to a refund that is under way. */
export function settleRefund({ store, events }: RefundContext, refund: Refund, outcome: RefundOutcome): void {
  if (refund.status !== 'pending') return;
  const payment = getPayment(store, refund.payment_id);
  refund.status = outcome;
  if (outcome === 'processed') refund.acquirer_data = { arn: `1000000${unixSeconds()}` };
  else setRefunded(payment, payment.amount_refunded - refund.amount);
  store.save();
  events.refund(`refund.${outcome}`, refund, payment);
}

export function getRefund(store: RazorpayStore, id: string): Refund {
  const refund = store.data.refunds.find((one) => one.id === id);
  if (!refund) throw notFound();
  return refund;
}

export function refundsOfPayment(store: RazorpayStore, paymentId: string): Refund[] {
  getPayment(store, paymentId);
  return store.data.refunds.filter((one) => one.payment_id === paymentId).toReversed();
}
