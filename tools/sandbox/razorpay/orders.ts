import { z } from 'zod';
import { alphanumeric, unixSeconds } from '../shared/ids.ts';
import { notFound, parseRequest } from './errors.ts';
import type { Notes, Order, Payment, RazorpayStore } from './store.ts';

const MAX_NOTES = 15;

export const notesRequestSchema = z
  .union([z.record(z.string(), z.union([z.string(), z.number()]).transform(String)), z.array(z.never())])
  .refine(
    (notes) => Object.keys(notes).length <= MAX_NOTES,
    'Number of fields in notes should be less than or equal to 15',
  )
  .refine(
    (notes) => Object.entries(notes).every(([key, value]) => key.length <= 256 && String(value).length <= 256),
    'notes may not be greater than 256 characters.',
  );

export const amountSchema = (minimum: number, tooSmall: string) =>
  z.number('The amount must be an integer.').int('The amount must be an integer.').min(minimum, tooSmall);

const createOrderSchema = z.strictObject({
  amount: amountSchema(100, 'Order amount less than minimum amount allowed'),
  currency: z.literal('INR', 'Currency is not supported'),
  receipt: z.string().max(40, 'The receipt may not be greater than 40 characters.').nullish(),
  notes: notesRequestSchema.nullish(),
  payment_capture: z.union([z.boolean(), z.literal(0), z.literal(1)]).optional(),
});

/** Razorpay answers an empty set of notes as a list. */
export const notesOrEmpty = (notes: Notes | null | undefined): Notes =>
  notes && Object.keys(notes).length > 0 ? notes : [];

export function createOrder(store: RazorpayStore, body: unknown): Order {
  const request = parseRequest(createOrderSchema, body);
  const order: Order = {
    id: `order_${alphanumeric(14)}`,
    entity: 'order',
    amount: request.amount,
    amount_paid: 0,
    amount_due: request.amount,
    currency: request.currency,
    receipt: request.receipt ?? null,
    offer_id: null,
    status: 'created',
    attempts: 0,
    notes: notesOrEmpty(request.notes),
    created_at: unixSeconds(),
  };
  store.data.orders.push(order);
  if (request.payment_capture !== undefined) store.data.captureByOrder[order.id] = Boolean(request.payment_capture);
  store.save();
  return order;
}

export function getOrder(store: RazorpayStore, id: string): Order {
  const order = store.data.orders.find((one) => one.id === id);
  if (!order) throw notFound();
  return order;
}

export function listOrders(store: RazorpayStore, receipt: string | undefined): Order[] {
  return store.data.orders.filter((one) => !receipt || one.receipt === receipt).toReversed();
}

export function paymentsOfOrder(store: RazorpayStore, orderId: string): Payment[] {
  getOrder(store, orderId);
  return store.data.payments.filter((one) => one.order_id === orderId).toReversed();
}
