import type { OrderStore } from '../db/orders.ts';
import type { OutboxStore } from '../db/outbox.ts';
import { parseJson } from '../http/body.ts';
import { eventNameSchema, isHandledEvent, razorpayEventSchema } from './razorpay-event.ts';

export type RazorpayActDeps = {
  orders: Pick<OrderStore, 'capturePayment' | 'recordRefund'>;
  outbox: Pick<OutboxStore, 'enqueue'>;
};

/**
 * Safe to repeat. The payment's own status decides, not the event's name: events come in any order. Gives what became of it, null for
 * an event that is only kept.
 */
export async function actOnRazorpayEvent(deps: RazorpayActDeps, body: string): Promise<string | null> {
  if (!isHandledEvent(parseJson(body, eventNameSchema).event)) return null;
  const { payload } = parseJson(body, razorpayEventSchema);
  const payment = payload.payment?.entity;
  const refund = payload.refund?.entity;
  const outcomes: string[] = [];
  if (payment?.order_id) {
    const { outcome } = await deps.orders.capturePayment(payment.order_id, payment);
    outcomes.push(outcome);
    if (payment.status === 'authorized' && outcome === 'recorded') {
      await deps.outbox.enqueue(
        'payment.collect',
        { razorpay_payment_id: payment.id },
        `payment.collect:${payment.id}`,
      );
    }
  }
  // After its payment, so that a refund which overtook the payment's own event still finds it.
  if (refund) {
    const { id, amount, status } = refund;
    outcomes.push((await deps.orders.recordRefund(refund.payment_id, { id, amount, status })).outcome);
  }
  return outcomes.join(',') || 'ignored';
}
