import { alphanumeric, hmacSha256Hex, unixSeconds } from '../shared/ids.ts';
import { createWebhooks, type Webhooks } from '../shared/webhooks.ts';
import type { Order, Payment, RazorpayStore, Refund } from './store.ts';

export type RazorpayEvents = {
  payment(type: 'payment.authorized' | 'payment.captured' | 'payment.failed', payment: Payment): void;
  orderPaid(payment: Payment, order: Order): void;
  refund(type: 'refund.created' | 'refund.processed' | 'refund.failed', refund: Refund, payment: Payment): void;
};

export function createRazorpayWebhooks(store: RazorpayStore, url: string | undefined, secret: string): Webhooks {
  return createWebhooks({
    url,
    deliveries: store.data.deliveries,
    save: store.save,
    accepts: (status) => status >= 200 && status < 300,
    headers: ({ eventId, body }, forged) => ({
      'x-razorpay-event-id': eventId,
      'x-razorpay-signature': hmacSha256Hex(forged ? `not-${secret}` : secret, body),
    }),
    // The same news under another id, so that only the signature can give it away.
    forge: (event) => ({ ...event, eventId: alphanumeric(14) }),
  });
}

export function createRazorpayEvents(store: RazorpayStore, webhooks: Webhooks): RazorpayEvents {
  const emit = (eventType: string, payload: Record<string, { entity: object }>) => {
    const body = JSON.stringify({
      entity: 'event',
      account_id: store.data.accountId,
      event: eventType,
      contains: Object.keys(payload),
      payload,
      created_at: unixSeconds(),
    });
    webhooks.emit({ eventId: alphanumeric(14), eventType, body });
  };

  return {
    payment: (type, payment) => emit(type, { payment: { entity: payment } }),
    orderPaid: (payment, order) => emit('order.paid', { payment: { entity: payment }, order: { entity: order } }),
    refund: (type, refund, payment) => emit(type, { refund: { entity: refund }, payment: { entity: payment } }),
  };
}
