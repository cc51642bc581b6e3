import { z } from 'zod';
import { collectPayment, type CollectDeps } from '../../payments/collect-payment.ts';
import type { RazorpayPort } from '../../vendors/razorpay/port.ts';
import { parsePayload, type RunJob } from '../job.ts';

export type CollectPaymentDeps = CollectDeps & { razorpay: Pick<RazorpayPort, 'getPayment' | 'capturePayment'> };

/** For a payment that is authorised, or that could not be asked about when the browser came back. */
export function createCollectPayment(deps: CollectPaymentDeps): RunJob {
  return async ({ payload }) => {
    const { razorpay_payment_id } = parsePayload(payload, z.object({ razorpay_payment_id: z.string().min(1) }));
    const payment = await deps.razorpay.getPayment(razorpay_payment_id);
    if (payment.order_id) await collectPayment(deps, payment.order_id, payment);
  };
}
