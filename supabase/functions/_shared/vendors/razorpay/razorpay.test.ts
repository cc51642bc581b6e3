import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRazorpaySandbox } from '../../../../../tools/sandbox/razorpay/server.ts';
import { client, eventually, startReceiver } from '../../../../../tools/sandbox/shared/testing.ts';
import { createRazorpayClient } from './client.ts';
import { isCheckoutSignature, isWebhookSignature } from './signature.ts';

const credentials = { RAZORPAY_KEY_ID: 'rzp_test_key', RAZORPAY_KEY_SECRET: 'key-secret' };
const webhookSecret = 'webhook-secret';
const newOrder = { amount: 118_000, currency: 'INR', receipt: 'ord_1', notes: { order_id: 'o-1' } };

let sandbox: Awaited<ReturnType<typeof startRazorpaySandbox>>;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let site: ReturnType<typeof client>;
let razorpay: ReturnType<typeof createRazorpayClient>;

beforeAll(async () => {
  receiver = await startReceiver();
  sandbox = await startRazorpaySandbox({
    port: 0,
    keyId: credentials.RAZORPAY_KEY_ID,
    keySecret: credentials.RAZORPAY_KEY_SECRET,
    webhookSecret,
    webhookUrl: receiver.url,
    autoCapture: false,
  });
  site = client(sandbox.url);
  razorpay = createRazorpayClient({ ...credentials, RAZORPAY_API_URL: `${sandbox.url}/v1`, VENDOR_TIMEOUT_MS: 400 });
});
beforeEach(() => site.post('/_control/faults', { mode: 'none' }));
afterAll(async () => {
  await sandbox.close();
  await receiver.close();
});

const pay = (orderId: string) =>
  site.post('/checkout/pay', {
    key: credentials.RAZORPAY_KEY_ID,
    order_id: orderId,
    email: null,
    contact: null,
    description: null,
    method: 'upi',
    vpa: 'success@razorpay',
  });

async function authorizedPayment() {
  const order = await razorpay.createOrder(newOrder);
  await pay(order.id);
  const payment = await eventually(async () =>
    (await razorpay.listOrderPayments(order.id)).find(({ status }) => status === 'authorized'),
  );
  return { order, payment };
}

describe('the client, against the sandbox', () => {
  it('opens an order, finds its payment, captures it, and captures it again without harm', async () => {
    const { order, payment } = await authorizedPayment();
    expect(order).toMatchObject({ amount: 118_000, currency: 'INR', status: 'created', receipt: 'ord_1' });
    expect(payment).toMatchObject({ order_id: order.id, amount: 118_000 });
    expect(await razorpay.capturePayment(payment)).toMatchObject({ id: payment.id, status: 'captured' });
    expect(await razorpay.capturePayment(payment)).toMatchObject({ id: payment.id, status: 'captured' });
    expect(await razorpay.getPayment(payment.id)).toMatchObject({ status: 'captured' });
  });

  it('refunds once, however often it is asked with the same key', async () => {
    const { payment } = await authorizedPayment();
    await razorpay.capturePayment(payment);
    const first = await razorpay.refundPayment(payment.id, 118_000, 'duplicate-0123456789');
    const second = await razorpay.refundPayment(payment.id, 118_000, 'duplicate-0123456789');
    expect(second.id).toBe(first.id);
  });

  it('tells a refusal from a failure', async () => {
    await expect(razorpay.createOrder({ ...newOrder, amount: 1 })).rejects.toMatchObject({
      status: 400,
      transient: false,
    });
    const strangers = { ...credentials, RAZORPAY_KEY_SECRET: 'wrong' };
    const stranger = createRazorpayClient({
      ...strangers,
      RAZORPAY_API_URL: `${sandbox.url}/v1`,
      VENDOR_TIMEOUT_MS: 400,
    });
    await expect(stranger.createOrder(newOrder)).rejects.toMatchObject({
      failure: 'status',
      detail: 'Authentication failed',
    });
  });

  it.each([
    [{ mode: 'slow', ms: 3000 }, 'timeout'],
    [{ mode: 'error500' }, 'status'],
    [{ mode: 'cut' }, 'network'],
    [{ mode: 'wrong_json' }, 'invalid_answer'],
  ])('survives %j as a transient %s', async (fault, failure) => {
    await site.post('/_control/faults', { ...fault, times: 1 });
    await expect(razorpay.createOrder(newOrder)).rejects.toMatchObject({
      vendor: 'razorpay',
      failure,
      transient: true,
    });
  });
});

describe('signatures', () => {
  const known = {
    secret: 'EnLs21M47BllR3X8PSFtjtbd',
    orderId: 'order_IEIaMR65cu6nz3',
    paymentId: 'pay_IH4NVgf4Dreq1l',
    signature: '0d4e745a1838664ad6c9c9902212a32d627d68e917290b0ad5f08ff4561bc50f',
  };

  it('accepts the known pair of checkout and nothing near it', async () => {
    const { secret, orderId, paymentId, signature } = known;
    expect(await isCheckoutSignature(secret, orderId, paymentId, signature)).toBe(true);
    expect(await isCheckoutSignature(secret, orderId, 'pay_IH4NVgf4Dreq1m', signature)).toBe(false);
    expect(await isCheckoutSignature(secret, 'order_other', paymentId, signature)).toBe(false);
    expect(await isCheckoutSignature('other', orderId, paymentId, signature)).toBe(false);
    expect(await isCheckoutSignature(secret, orderId, paymentId, '')).toBe(false);
  });

  it("accepts the sandbox's webhooks with the new or the old secret, and no changed byte", async () => {
    await authorizedPayment();
    const hook = await eventually(() => receiver.received[0]);
    const signature = String(hook.headers['x-razorpay-signature']);
    const body = new TextEncoder().encode(hook.body);
    expect(await isWebhookSignature(['newer', webhookSecret], body, signature)).toBe(true);
    expect(await isWebhookSignature(['newer'], body, signature)).toBe(false);
    expect(await isWebhookSignature([''], body, signature)).toBe(false);
    expect(await isWebhookSignature([webhookSecret], new TextEncoder().encode(`${hook.body} `), signature)).toBe(false);
  });
});
