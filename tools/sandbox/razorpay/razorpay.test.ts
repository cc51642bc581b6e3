import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../shared/http.ts';
import { hmacSha256Hex } from '../shared/ids.ts';
import { client, eventually, startReceiver } from '../shared/testing.ts';
import { paymentSignature } from './payments.ts';
import { startRazorpaySandbox } from './server.ts';

const keyId = 'rzp_test_key';
const keySecret = 'key-secret';
const webhookSecret = 'webhook-secret';
const credentials = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});

let receiver: Awaited<ReturnType<typeof startReceiver>>;
let sandbox: RunningSandbox;
let api: ReturnType<typeof client>;
let checkout: ReturnType<typeof client>;

beforeEach(async () => {
  receiver = await startReceiver();
  sandbox = await startRazorpaySandbox({ port: 0, keyId, keySecret, webhookSecret, webhookUrl: receiver.url });
  api = client(`${sandbox.url}/v1`, credentials(keyId, keySecret));
  checkout = client(sandbox.url);
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
});

const order = async (more: object = {}) =>
  (await api.post('/orders', { amount: 118_000, currency: 'INR', receipt: 'r-1', ...more })).json;
const contact = { key: keyId, email: null, contact: null, description: null };
const payByCard = (orderId: string, number: string) =>
  checkout.post('/checkout/pay', {
    ...contact,
    order_id: orderId,
    method: 'card',
    card: { number, expiry: '12/40', cvv: '123' },
  });
const control = (path: string, body: object) => checkout.post(`/_control/${path}`, body);
const events = () => receiver.received.map(({ body }): string => JSON.parse(body).event);

describe('orders', () => {
  it('answers the documented shape, with empty notes as a list', async () => {
    expect(await order()).toMatchObject({
      id: expect.stringMatching(/^order_[A-Za-z0-9]{14}$/),
      entity: 'order',
      amount: 118_000,
      amount_paid: 0,
      amount_due: 118_000,
      currency: 'INR',
      receipt: 'r-1',
      offer_id: null,
      status: 'created',
      attempts: 0,
      notes: [],
    });
  });

  it.each([
    ['an amount under one rupee', { amount: 99 }, 'amount'],
    ['a fraction of a paisa', { amount: 100.5 }, 'amount'],
    ['a receipt over 40 characters', { receipt: 'r'.repeat(41) }, 'receipt'],
    ['another currency', { currency: 'XYZ' }, 'currency'],
    ['16 notes', { notes: Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`k${i}`, 'v'])) }, 'notes'],
  ])('refuses %s and names the field', async (_what, more, field) => {
    const answer = await api.post('/orders', { amount: 118_000, currency: 'INR', ...more });
    expect(answer.status).toBe(400);
    expect(answer.json.error).toMatchObject({ code: 'BAD_REQUEST_ERROR', field });
  });

  it('refuses fields it does not know', async () => {
    const answer = await api.post('/orders', { amount: 100, currency: 'INR', price: 1 });
    expect(answer.status).toBe(400);
    expect(answer.json.error?.description).toBe('price is/are not required and should not be sent');
  });

  it('says that authentication failed for wrong credentials', async () => {
    const stranger = client(`${sandbox.url}/v1`, credentials(keyId, 'wrong'));
    const answer = await stranger.get('/orders/order_x');
    expect(answer.status).toBe(401);
    expect(answer.json.error).toMatchObject({ code: 'BAD_REQUEST_ERROR', description: 'Authentication failed' });
  });

  it('finds an order by its receipt', async () => {
    const { id } = await order({ receipt: 'mine' });
    await order({ receipt: 'other' });
    const found = (await api.get('/orders?receipt=mine')).json;
    expect(found).toMatchObject({ entity: 'collection', count: 1, items: [{ id }] });
  });
});

describe('the signature', () => {
  it('is the one of the known pair', () => {
    expect(paymentSignature('order_IEIaMR65cu6nz3', 'pay_IH4NVgf4Dreq1l', 'EnLs21M47BllR3X8PSFtjtbd')).toBe(
      '0d4e745a1838664ad6c9c9902212a32d627d68e917290b0ad5f08ff4561bc50f',
    );
  });
});

describe('paying', () => {
  it('by card with a one-time password captures, pays the order and signs the result', async () => {
    const { id } = await order();
    const asked = (await payByCard(id, '4100280000001007')).json;
    expect(asked).toMatchObject({ outcome: 'otp' });
    const { json } = await checkout.post('/checkout/otp', { key: keyId, payment_id: asked.payment_id, otp: '1234' });
    expect(json).toMatchObject({ outcome: 'paid', result: { razorpay_order_id: id } });
    const paymentId = json.result?.razorpay_payment_id;
    expect(json.result?.razorpay_signature).toBe(hmacSha256Hex(keySecret, `${id}|${paymentId}`));
    expect((await api.get(`/payments/${paymentId}`)).json).toMatchObject({
      status: 'captured',
      captured: true,
      amount: 118_000,
      method: 'card',
    });
    expect((await api.get(`/orders/${id}`)).json).toMatchObject({ status: 'paid', amount_due: 0 });
    expect((await api.get(`/orders/${id}/payments`)).json).toMatchObject({ count: 1, items: [{ id: paymentId }] });
  });

  it('fails for a one-time password shorter than 4 digits, and the order can be paid again', async () => {
    const { id } = await order();
    const asked = (await payByCard(id, '5500670000001002')).json;
    const failed = (await checkout.post('/checkout/otp', { key: keyId, payment_id: asked.payment_id, otp: '123' }))
      .json;
    expect(failed).toMatchObject({ outcome: 'failed', error: { reason: 'incorrect_otp', metadata: { order_id: id } } });
    const again = (
      await checkout.post('/checkout/pay', { ...contact, order_id: id, method: 'upi', vpa: 'success@razorpay' })
    ).json;
    expect(again.outcome).toBe('paid');
    expect((await api.get(`/orders/${id}`)).json).toMatchObject({ status: 'paid', attempts: 2 });
  });

  it.each([
    ['4100280000080001', 'insufficient_funds'],
    ['4100280000060003', 'payment_declined'],
    ['4100280000090000', 'payment_timed_out'],
    ['4111111111111111', 'card_not_supported'],
  ])('with card %s fails: %s', async (number, reason) => {
    const { id } = await order();
    expect((await payByCard(id, number)).json).toMatchObject({ outcome: 'failed', error: { reason } });
    const [payment] = (await api.get(`/orders/${id}/payments`)).json.items ?? [];
    expect(payment).toMatchObject({ status: 'failed', error_reason: reason });
  });

  it('never takes money twice for one order', async () => {
    const { id } = await order();
    await control('pay', { orderId: id, outcome: 'captured' });
    const again = await payByCard(id, '4100280000001007');
    expect(again.status).toBe(400);
    expect(again.json.error?.description).toBe('Payment already done for this order.');
  });

  it('captures by hand exactly the authorised amount, once', async () => {
    const { id } = await order({ payment_capture: false });
    const { payment } = (await control('pay', { orderId: id, outcome: 'authorized' })).json;
    const capture = (amount: number) => api.post(`/payments/${payment?.id}/capture`, { amount, currency: 'INR' });
    expect((await capture(1)).json.error?.description).toBe('Capture amount must be equal to the amount authorized');
    expect((await capture(118_000)).json).toMatchObject({ status: 'captured' });
    expect((await capture(118_000)).json.error?.description).toBe('This payment has already been captured');
  });

  it('can turn a failed payment into a captured one later', async () => {
    const { id } = await order();
    const { payment } = (await control('pay', { orderId: id, outcome: 'failed' })).json;
    await control('pay', { orderId: id, outcome: 'captured', paymentId: payment?.id });
    expect((await api.get(`/payments/${payment?.id}`)).json).toMatchObject({ status: 'captured', error_code: null });
  });
});

describe('refunds', () => {
  const paid = async () => {
    const { id } = await order();
    return (await control('pay', { orderId: id, outcome: 'captured' })).json.payment?.id;
  };
  const refund = (payment: unknown, body: object, key = 'refund-key-1') =>
    api.post(`/payments/${String(payment)}/refund`, body, { 'x-refund-idempotency': key });

  it('answers the same refund for the same key, and 409 for another body', async () => {
    const payment = await paid();
    const first = await refund(payment, { amount: 18_000 });
    expect(first.json).toMatchObject({ entity: 'refund', amount: 18_000, status: 'pending' });
    expect((await refund(payment, { amount: 18_000 })).json.id).toBe(first.json.id);
    expect((await refund(payment, { amount: 20_000 })).status).toBe(409);
    expect((await api.get(`/payments/${payment}`)).json).toMatchObject({
      amount_refunded: 18_000,
      refund_status: 'partial',
    });
  });

  it('is processed a moment later and tells so', async () => {
    const payment = await paid();
    const { id } = (await refund(payment, {})).json;
    await eventually(() => events().includes('refund.processed'));
    expect((await api.get(`/refunds/${id}`)).json.status).toBe('processed');
    expect((await api.get(`/payments/${payment}`)).json).toMatchObject({ status: 'refunded', refund_status: 'full' });
    expect((await refund(payment, {}, 'another-key-2')).json.error?.description).toBe(
      'The payment has been fully refunded already',
    );
  });

  it('refuses a short key, an unknown field and more than was paid', async () => {
    const payment = await paid();
    expect((await refund(payment, {}, 'short')).status).toBe(400);
    expect((await refund(payment, { sum: 1 })).json.error?.description).toContain('should not be sent');
    expect((await refund(payment, { amount: 118_001 })).json.error?.field).toBe('amount');
  });
});
