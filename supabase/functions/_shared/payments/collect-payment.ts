import type { Capture, OrderStore } from '../db/orders.ts';
import type { RazorpayPayment, RazorpayPort } from '../vendors/razorpay/port.ts';

export type CollectDeps = {
  orders: Pick<OrderStore, 'capturePayment'>;
  razorpay: Pick<RazorpayPort, 'capturePayment'>;
};

/**
 * Records a payment as Razorpay states it and captures it when it is only authorised. What our order does not want
 * (already paid, other amount) is not captured: Razorpay gives it back by itself.
 */
export async function collectPayment(
  deps: CollectDeps,
  razorpayOrderId: string,
  payment: RazorpayPayment,
): Promise<Capture> {
  const recorded = await deps.orders.capturePayment(razorpayOrderId, payment);
  if (payment.status !== 'authorized' || recorded.outcome !== 'recorded') return recorded;
  const captured = await deps.razorpay.capturePayment(payment);
  return await deps.orders.capturePayment(razorpayOrderId, captured);
}
