import { z } from 'zod';
import { openJsonFile, type JsonFile } from '../shared/json-file.ts';
import { deliverySchema } from '../shared/webhooks.ts';

const notesSchema = z.union([z.record(z.string(), z.string()), z.array(z.never())]);
export type Notes = z.infer<typeof notesSchema>;

export const orderSchema = z.object({
  id: z.string(),
  entity: z.literal('order'),
  amount: z.number(),
  amount_paid: z.number(),
  amount_due: z.number(),
  currency: z.string(),
  receipt: z.string().nullable(),
  offer_id: z.null(),
  status: z.enum(['created', 'attempted', 'paid']),
  attempts: z.number(),
  notes: notesSchema,
  created_at: z.number(),
});
export type Order = z.infer<typeof orderSchema>;

export const paymentSchema = z.object({
  id: z.string(),
  entity: z.literal('payment'),
  amount: z.number(),
  currency: z.string(),
  status: z.enum(['created', 'authorized', 'captured', 'refunded', 'failed']),
  order_id: z.string(),
  invoice_id: z.null(),
  international: z.boolean(),
  method: z.enum(['card', 'upi']),
  amount_refunded: z.number(),
  refund_status: z.enum(['partial', 'full']).nullable(),
  captured: z.boolean(),
  description: z.string().nullable(),
  card_id: z.string().nullable(),
  bank: z.null(),
  wallet: z.null(),
  vpa: z.string().nullable(),
  email: z.string().nullable(),
  contact: z.string().nullable(),
  notes: notesSchema,
  fee: z.number().nullable(),
  tax: z.number().nullable(),
  error_code: z.string().nullable(),
  error_description: z.string().nullable(),
  error_source: z.string().nullable(),
  error_step: z.string().nullable(),
  error_reason: z.string().nullable(),
  acquirer_data: z.record(z.string(), z.string().nullable()),
  created_at: z.number(),
});
export type Payment = z.infer<typeof paymentSchema>;

export const refundSchema = z.object({
  id: z.string(),
  entity: z.literal('refund'),
  amount: z.number(),
  currency: z.string(),
  payment_id: z.string(),
  notes: notesSchema,
  receipt: z.string().nullable(),
  acquirer_data: z.record(z.string(), z.string().nullable()),
  created_at: z.number(),
  batch_id: z.null(),
  status: z.enum(['pending', 'processed', 'failed']),
  speed_processed: z.literal('normal'),
  speed_requested: z.literal('normal'),
});
export type Refund = z.infer<typeof refundSchema>;

const stateSchema = z.object({
  accountId: z.string(),
  orders: z.array(orderSchema),
  payments: z.array(paymentSchema),
  refunds: z.array(refundSchema),
  /** Whether an order's payments are captured at once; orders not named follow the account's setting. */
  captureByOrder: z.record(z.string(), z.boolean()),
  /** X-Refund-Idempotency → what was asked and the refund it made. */
  refundKeys: z.record(z.string(), z.object({ request: z.string(), refundId: z.string() })),
  deliveries: z.array(deliverySchema),
});
export type RazorpayState = z.infer<typeof stateSchema>;
export type RazorpayStore = JsonFile<RazorpayState>;

export function openRazorpayStore(path: string | undefined, accountId: string): RazorpayStore {
  return openJsonFile(path, stateSchema, {
    accountId,
    orders: [],
    payments: [],
    refunds: [],
    captureByOrder: {},
    refundKeys: {},
    deliveries: [],
  });
}
