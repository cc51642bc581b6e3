import { z } from 'zod';
import { alphanumeric, hmacSha256Hex, unixSeconds } from '../shared/ids.ts';
import { badRequest, notFound, parseRequest, type RazorpayError } from './errors.ts';
import type { RazorpayEvents } from './events.ts';
import { amountSchema, getOrder } from './orders.ts';
import type { Order, Payment, RazorpayStore } from './store.ts';

export type PaymentContext = { store: RazorpayStore; events: RazorpayEvents; autoCapture: boolean };

type NewPayment = Pick<Payment, 'method' | 'vpa' | 'email' | 'contact'> & { description: string | null };

/** Razorpay's domestic price: 2 per cent, and GST of 18 per cent on it, which `fee` includes. */
const FEE_RATE = 0.02;
const FEE_TAX_RATE = 0.18;

export function getPayment(store: RazorpayStore, id: string): Payment {
  const payment = store.data.payments.find((one) => one.id === id);
  if (!payment) throw notFound();
  return payment;
}

export function createPayment({ store }: PaymentContext, order: Order, given: NewPayment): Payment {
  if (order.status === 'paid') throw badRequest('Payment already done for this order.');
  const payment: Payment = {
    id: `pay_${alphanumeric(14)}`,
    entity: 'payment',
    amount: order.amount,
    currency: order.currency,
    status: 'created',
    order_id: order.id,
    invoice_id: null,
    international: false,
    amount_refunded: 0,
    refund_status: null,
    captured: false,
    card_id: given.method === 'card' ? `card_${alphanumeric(14)}` : null,
    bank: null,
    wallet: null,
    notes: order.notes,
    fee: null,
    tax: null,
    error_code: null,
    error_description: null,
    error_source: null,
    error_step: null,
    error_reason: null,
    acquirer_data: {},
    created_at: unixSeconds(),
    ...given,
  };
  store.data.payments.push(payment);
  order.attempts += 1;
  order.status = 'attempted';
  store.save();
  return payment;
}

/** A failed payment may still be authorised later, when the bank's answer was only late. */
export function authorizePayment(context: PaymentContext, payment: Payment, capture?: boolean): void {
  const { store, events, autoCapture } = context;
  const order = getOrder(store, payment.order_id);
  Object.assign(payment, {
    status: 'authorized',
    error_code: null,
    error_description: null,
    error_source: null,
    error_step: null,
    error_reason: null,
    acquirer_data:
      payment.method === 'card' ? { auth_code: String(unixSeconds()).slice(-6) } : { rrn: alphanumeric(12) },
  } satisfies Partial<Payment>);
  store.save();
  events.payment('payment.authorized', payment);
  if (capture ?? store.data.captureByOrder[order.id] ?? autoCapture) captureAuthorized(context, payment);
}

function captureAuthorized({ store, events }: PaymentContext, payment: Payment): void {
  const order = getOrder(store, payment.order_id);
  const fee = Math.round(payment.amount * FEE_RATE);
  const tax = Math.round(fee * FEE_TAX_RATE);
  Object.assign(payment, { status: 'captured', captured: true, fee: fee + tax, tax } satisfies Partial<Payment>);
  Object.assign(order, { status: 'paid', amount_paid: payment.amount, amount_due: 0 } satisfies Partial<Order>);
  store.save();
  events.payment('payment.captured', payment);
  events.orderPaid(payment, order);
}

export function failPayment({ store, events }: PaymentContext, payment: Payment, error: RazorpayError): void {
  Object.assign(payment, {
    status: 'failed',
    error_code: error.code,
    error_description: error.description,
    error_source: error.source ?? null,
    error_step: error.step ?? null,
    error_reason: error.reason ?? null,
  } satisfies Partial<Payment>);
  store.save();
  events.payment('payment.failed', payment);
}

const captureSchema = z.strictObject({
  amount: amountSchema(1, 'The amount must be at least 1.'),
  currency: z.literal('INR', 'Currency is not supported').default('INR'),
});

export function capturePayment(context: PaymentContext, id: string, body: unknown): Payment {
  const payment = getPayment(context.store, id);
  const { amount } = parseRequest(captureSchema, body);
  if (payment.captured) throw badRequest('This payment has already been captured');
  if (payment.status !== 'authorized') {
    throw badRequest('Only payments which have been authorized and not yet captured can be captured');
  }
  if (amount !== payment.amount) {
    throw badRequest('Capture amount must be equal to the amount authorized', 'amount');
  }
  captureAuthorized(context, payment);
  return payment;
}

/** What the checkout hands to the shop's handler. */
export function checkoutResult(payment: Payment, keySecret: string) {
  return {
    razorpay_payment_id: payment.id,
    razorpay_order_id: payment.order_id,
    razorpay_signature: paymentSignature(payment.order_id, payment.id, keySecret),
  };
}

export function paymentSignature(orderId: string, paymentId: string, keySecret: string): string {
  return hmacSha256Hex(keySecret, `${orderId}|${paymentId}`);
}
