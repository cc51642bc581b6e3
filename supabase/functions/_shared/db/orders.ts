import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import type { Billing, OrderKind } from '../contracts/create-order.ts';
import { taxLineSchema } from '../contracts/create-order.ts';
import type { RazorpayPayment } from '../vendors/razorpay/port.ts';
import { callRpc, checkAnswer, oneRow } from './client.ts';
import { toDatabaseError } from './errors.ts';

const orderSchema = z.object({
  id: z.uuid(),
  user_id: z.uuid(),
  kind: z.string(),
  track_id: z.string(),
  status: z.enum(['created', 'paid', 'failed', 'expired', 'partially_refunded', 'refunded']),
  currency: z.string(),
  price: z.number().int(),
  discount: z.number().int(),
  taxable: z.number().int(),
  tax_lines: z.array(taxLineSchema),
  total: z.number().int(),
  receipt: z.string(),
  razorpay_order_id: z.string().nullable(),
  enrolment_id: z.uuid().nullable(),
});
/** Amounts are paise. */
export type Order = z.infer<typeof orderSchema>;

const captureSchema = z.object({
  order_id: z.uuid().nullable(),
  outcome: z.enum(['paid', 'already_paid', 'recorded', 'amount_mismatch', 'unknown_order']),
  enrolment_id: z.uuid().nullable(),
});
export type Capture = z.infer<typeof captureSchema>;

const paymentSchema = z.object({
  id: z.uuid(),
  razorpay_payment_id: z.string(),
  amount: z.number().int(),
  amount_refunded: z.number().int(),
  status: z.string(),
});

const dueSchema = z.array(z.object({ order_id: z.uuid(), razorpay_order_id: z.string() }));

export type NewOrder = {
  userId: string;
  kind: OrderKind;
  trackId: string;
  couponCode: string | null;
  billing: Billing;
  requestKey: string;
};

export type Refund = { id: string; amount: number; status: string; reason?: string };

export function createOrderStore(client: SupabaseClient) {
  return {
    createOrder: (order: NewOrder): Promise<Order> =>
      callRpc(
        client,
        'system_create_order',
        {
          p_user_id: order.userId,
          p_kind: order.kind,
          p_track_id: order.trackId,
          p_coupon_code: order.couponCode,
          p_billing: order.billing,
          p_request_key: order.requestKey,
        },
        oneRow(orderSchema),
      ),
    attachRazorpayOrder: (orderId: string, razorpayOrderId: string): Promise<Order> =>
      callRpc(
        client,
        'system_attach_razorpay_order',
        { p_order_id: orderId, p_razorpay_order_id: razorpayOrderId },
        oneRow(orderSchema),
      ),
    settleFreeOrder: (orderId: string): Promise<Capture> =>
      callRpc(client, 'system_settle_free_order', { p_order_id: orderId }, captureSchema),
    /** Records what Razorpay says of a payment; safe to call again with the same or older news. */
    capturePayment: (razorpayOrderId: string, payment: RazorpayPayment): Promise<Capture> =>
      callRpc(
        client,
        'system_capture_payment',
        {
          p_razorpay_order_id: razorpayOrderId,
          p_payment: {
            id: payment.id,
            status: payment.status,
            amount: payment.amount,
            currency: payment.currency,
            method: payment.method,
            error_code: payment.error_code,
            error_description: payment.error_description,
          },
        },
        captureSchema,
      ),
    recordRefund: (razorpayPaymentId: string, refund: Refund): Promise<{ outcome: string }> =>
      callRpc(
        client,
        'system_record_refund',
        { p_razorpay_payment_id: razorpayPaymentId, p_refund: refund },
        z.object({ outcome: z.string() }),
      ),
    async getPayment(paymentId: string): Promise<z.infer<typeof paymentSchema> | null> {
      const { data, error, status } = await client
        .from('payments')
        .select('id, razorpay_payment_id, amount, amount_refunded, status')
        .eq('id', paymentId)
        .maybeSingle();
      if (error) throw toDatabaseError(error, status);
      return checkAnswer('payments', data, paymentSchema.nullable());
    },
    dueReconciliations: (limit: number): Promise<{ order_id: string; razorpay_order_id: string }[]> =>
      callRpc(client, 'system_due_reconciliations', { p_limit: limit }, dueSchema),
    expireOrders: (now: Date): Promise<number> =>
      callRpc(client, 'system_expire_orders', { p_now: now.toISOString() }, z.number().int()),
  };
}
export type OrderStore = ReturnType<typeof createOrderStore>;

const ownOrderSchema = orderSchema.pick({
  id: true,
  user_id: true,
  status: true,
  razorpay_order_id: true,
  enrolment_id: true,
});
export type OwnOrder = z.infer<typeof ownOrderSchema>;

/** Reads under the caller's own rights; staff may see more rows, so the owner is asked for by name. */
export async function findOwnOrder(client: SupabaseClient, userId: string, orderId: string): Promise<OwnOrder | null> {
  const { data, error, status } = await client
    .from('orders')
    .select('id, user_id, status, razorpay_order_id, enrolment_id')
    .eq('id', orderId)
    .eq('user_id', userId)
    .maybeSingle();
  if (error) throw toDatabaseError(error, status);
  return checkAnswer('orders', data, ownOrderSchema.nullable());
}
