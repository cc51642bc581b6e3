import { beforeEach, describe, expect, it } from 'vitest';
import type { Capture } from '../_shared/db/orders.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { hmacSha256Hex } from '../_shared/http/hmac.ts';
import { createFakeOutbox, createFakeWebhooks, createLogSpy, errorOf, post } from '../_shared/testing/fakes.ts';
import { createRazorpayWebhookHandler } from './handler.ts';

const payment = (status: string, more: object = {}) => ({
  entity: {
    id: 'pay_IH4NVgf4Dreq1l',
    entity: 'payment',
    amount: 118_000,
    currency: 'INR',
    status,
    order_id: 'order_IEIaMR65cu6nz3',
    invoice_id: null,
    international: false,
    method: 'card',
    amount_refunded: 0,
    refund_status: null,
    captured: status === 'captured',
    email: 'asha@example.com',
    contact: '+919000090000',
    notes: [],
    fee: 2360,
    tax: 360,
    error_code: null,
    error_description: null,
    error_source: null,
    created_at: 1_775_016_660,
    ...more,
  },
});
const event = (name: string, payload: object) => ({
  entity: 'event',
  account_id: 'acc_1',
  event: name,
  contains: Object.keys(payload),
  payload,
  created_at: 1_775_016_661,
});
const refundOf = (status: string) => ({
  entity: {
    id: 'rfnd_1',
    entity: 'refund',
    payment_id: 'pay_IH4NVgf4Dreq1l',
    amount: 118_000,
    currency: 'INR',
    status,
  },
});

let webhooks: ReturnType<typeof createFakeWebhooks>;
let outbox: ReturnType<typeof createFakeOutbox>;
let spy: ReturnType<typeof createLogSpy>;
let calls: string[];
let fails: Error | null;
let outcome: Capture['outcome'];
let handler: ReturnType<typeof createRazorpayWebhookHandler>;

beforeEach(() => {
  webhooks = createFakeWebhooks();
  outbox = createFakeOutbox();
  spy = createLogSpy();
  calls = [];
  fails = null;
  outcome = 'paid';
  handler = createRazorpayWebhookHandler({
    webhookSecrets: ['new-secret', 'old-secret'],
    webhooks,
    outbox,
    orders: {
      capturePayment: async (orderId, seen) => {
        if (fails) throw fails;
        calls.push(`capture ${orderId} ${seen.status}`);
        return { order_id: null, outcome, enrolment_id: null };
      },
      recordRefund: async (paymentId, refund) => {
        calls.push(`refund ${paymentId} ${refund.status}`);
        return { outcome: 'refunded' };
      },
    },
    nudgeWorker: () => undefined,
    log: spy.log,
  });
});

async function deliver(
  body: object | string,
  { secret = 'new-secret', id = 'evt_1' }: { secret?: string; id?: string } = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const signature = await hmacSha256Hex(secret, text);
  return await handler(post(text, { 'x-razorpay-signature': signature, ...(id && { 'x-razorpay-event-id': id }) }));
}

describe('razorpay-webhook', () => {
  it('stores, acts and closes the event', async () => {
    const response = await deliver(event('payment.captured', { payment: payment('captured') }));
    expect(await response.json()).toEqual({ received: true, duplicate: false });
    expect(calls).toEqual(['capture order_IEIaMR65cu6nz3 captured']);
    expect(webhooks.events.get('razorpay:evt_1')).toMatchObject({ processed: true });
  });

  it('accepts the old secret during a rotation', async () => {
    expect(
      (await deliver(event('order.paid', { payment: payment('captured') }), { secret: 'old-secret' })).status,
    ).toBe(200);
  });

  it.each([
    ['another secret', { 'x-razorpay-signature': '0'.repeat(64) }],
    ['no signature', {}],
  ])('refuses %s and neither keeps nor acts', async (_what, headers: Record<string, string>) => {
    const response = await handler(post(event('payment.captured', { payment: payment('captured') }), headers));
    expect(await errorOf(response)).toEqual({ status: 401, code: 'bad_signature' });
    expect(calls).toEqual([]);
    expect(webhooks.events.size).toBe(0);
  });

  it('refuses a body that was changed after it was signed', async () => {
    const text = JSON.stringify(event('payment.captured', { payment: payment('captured') }));
    const signature = await hmacSha256Hex('new-secret', text);
    const response = await handler(post(text.replace('118000', '118001'), { 'x-razorpay-signature': signature }));
    expect(response.status).toBe(401);
  });

  it('acts once on an event delivered twice', async () => {
    const body = event('payment.captured', { payment: payment('captured') });
    await deliver(body);
    expect(await (await deliver(body)).json()).toEqual({ received: true, duplicate: true });
    expect(calls).toHaveLength(1);
  });

  it('knows a redelivery without an event id by its body', async () => {
    const body = event('payment.captured', { payment: payment('captured') });
    await deliver(body, { id: '' });
    expect(await (await deliver(body, { id: '' })).json()).toMatchObject({ duplicate: true });
  });

  it('acts again on a redelivery when acting failed the first time', async () => {
    fails = new HttpError(503, 'database_unavailable', 'Down.');
    const body = event('payment.captured', { payment: payment('captured') });
    expect((await deliver(body)).status).toBe(503);
    expect(webhooks.events.get('razorpay:evt_1')).toMatchObject({
      processed: false,
      error: expect.stringContaining('Down'),
    });
    fails = null;
    expect(await (await deliver(body)).json()).toEqual({ received: true, duplicate: false });
    expect(calls).toHaveLength(1);
  });

  it('hands over late and reordered news as they come: the database keeps the furthest', async () => {
    await deliver(event('payment.captured', { payment: payment('captured') }), { id: 'evt_2' });
    await deliver(event('payment.failed', { payment: payment('failed') }), { id: 'evt_1' });
    expect(calls).toEqual(['capture order_IEIaMR65cu6nz3 captured', 'capture order_IEIaMR65cu6nz3 failed']);
  });

  it('queues the capture of an authorised payment, once', async () => {
    outcome = 'recorded';
    await deliver(event('payment.authorized', { payment: payment('authorized') }), { id: 'evt_1' });
    await deliver(event('payment.authorized', { payment: payment('authorized') }), { id: 'evt_2' });
    expect(outbox.jobs).toMatchObject([
      { kind: 'payment.collect', payload: { razorpay_payment_id: 'pay_IH4NVgf4Dreq1l' } },
    ]);
  });

  it('records a refund after its payment, so that one which overtook the payment finds it', async () => {
    await deliver(event('refund.processed', { refund: refundOf('processed'), payment: payment('refunded') }));
    expect(calls).toEqual(['capture order_IEIaMR65cu6nz3 refunded', 'refund pay_IH4NVgf4Dreq1l processed']);
  });

  it('keeps events it does not know, and payments of no order, without acting', async () => {
    expect(
      (await deliver(event('subscription.charged', { payment: { entity: { odd: true } } }), { id: 'evt_1' })).status,
    ).toBe(200);
    expect(
      (await deliver(event('payment.captured', { payment: payment('captured', { order_id: null }) }), { id: 'evt_2' }))
        .status,
    ).toBe(200);
    expect(calls).toEqual([]);
    expect([...webhooks.events.values()].every(({ processed }) => processed)).toBe(true);
  });

  it('keeps a signed event with an unexpected shape open for staff, and says what is wrong', async () => {
    const response = await deliver(event('payment.captured', { payment: payment('captured', { amount: 'much' }) }));
    expect(await errorOf(response)).toMatchObject({
      status: 400,
      fields: { 'payload.payment.entity.amount': expect.any(String) },
    });
    expect(webhooks.events.get('razorpay:evt_1')).toMatchObject({ processed: false });
  });

  it('refuses a body over half a megabyte', async () => {
    expect((await deliver(`{"event":"${'x'.repeat(512 * 1024)}"}`)).status).toBe(413);
  });

  it('writes no personal data into the log', async () => {
    await deliver(event('payment.captured', { payment: payment('captured') }));
    expect(spy.text()).not.toMatch(/asha@|9000090000|new-secret/);
    expect(spy.lines).toHaveLength(1);
  });
});
