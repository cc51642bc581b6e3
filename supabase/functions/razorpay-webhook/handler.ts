import type { OrderStore } from '../_shared/db/orders.ts';
import type { OutboxStore } from '../_shared/db/outbox.ts';
import type { WebhookStore } from '../_shared/db/webhooks.ts';
import { parseJson } from '../_shared/http/body.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { createHandler } from '../_shared/http/handler.ts';
import { sha256Hex } from '../_shared/http/hmac.ts';
import type { Log } from '../_shared/http/log.ts';
import type { NudgeWorker } from '../_shared/http/nudge.ts';
import { handleOnce } from '../_shared/http/webhook.ts';
import { isWebhookSignature } from '../_shared/vendors/razorpay/signature.ts';
import { eventNameSchema, isHandledEvent, razorpayEventSchema } from './event.ts';

export type RazorpayWebhookDeps = {
  webhookSecrets: readonly string[];
  webhooks: WebhookStore;
  orders: Pick<OrderStore, 'capturePayment' | 'recordRefund'>;
  outbox: Pick<OutboxStore, 'enqueue'>;
  nudgeWorker: NudgeWorker;
  log?: Log;
};

export function createRazorpayWebhookHandler(deps: RazorpayWebhookDeps) {
  return createHandler({
    name: 'razorpay-webhook',
    auth: { kind: 'none' },
    maxBytes: 512 * 1024,
    ...(deps.log && { log: deps.log }),
    async run({ request, rawBody, text, note }) {
      const signature = request.headers.get('x-razorpay-signature') ?? '';
      if (!(await isWebhookSignature(deps.webhookSecrets, rawBody, signature))) {
        throw new HttpError(401, 'bad_signature', 'The signature does not match.');
      }
      const body = text();
      const given = request.headers.get('x-razorpay-event-id') ?? '';
      const eventId = /^[A-Za-z0-9_-]{1,100}$/.test(given) ? given : await sha256Hex(rawBody);
      const { event } = parseJson(body, eventNameSchema);
      note({ event, eventId });
      const response = await handleOnce(deps.webhooks, { provider: 'razorpay', eventId, rawBody: body }, async () => {
        if (isHandledEvent(event)) note({ outcome: await act(deps, body) });
      });
      deps.nudgeWorker();
      return response;
    },
  });
}

/** The payment's own status decides, not the event's name: events come in any order. */
async function act(deps: RazorpayWebhookDeps, body: string): Promise<string> {
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
