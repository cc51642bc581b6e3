import { z } from 'zod';
import type { OrderStore } from '../../db/orders.ts';
import type { RazorpayPort } from '../../vendors/razorpay/port.ts';
import { parsePayload, PermanentError, type RunJob } from '../job.ts';

export type RefundDuplicateDeps = {
  orders: Pick<OrderStore, 'getPayment' | 'recordRefund'>;
  razorpay: Pick<RazorpayPort, 'refundPayment'>;
};

/** Money that bought nothing goes back whole. The key, made of our payment's id, keeps it to once. */
export function createRefundDuplicate(deps: RefundDuplicateDeps): RunJob {
  return async ({ payload }) => {
    const { payment_id } = parsePayload(payload, z.object({ payment_id: z.uuid() }));
    const payment = await deps.orders.getPayment(payment_id);
    if (!payment) throw new PermanentError('payment not found');
    const rest = payment.amount - payment.amount_refunded;
    if (payment.status !== 'captured' || rest <= 0) return;
    const refund = await deps.razorpay.refundPayment(payment.razorpay_payment_id, rest, `duplicate-${payment.id}`);
    await deps.orders.recordRefund(payment.razorpay_payment_id, {
      id: refund.id,
      amount: refund.amount,
      status: refund.status,
      reason: 'Paid for nothing',
    });
  };
}
