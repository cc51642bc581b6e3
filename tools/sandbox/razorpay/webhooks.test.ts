import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../shared/http.ts';
import { hmacSha256Hex } from '../shared/ids.ts';
import { client, eventually, startReceiver } from '../shared/testing.ts';
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

const start = (more: { dataFile?: string } = {}) =>
  startRazorpaySandbox({ port: 0, keyId, keySecret, webhookSecret, webhookUrl: receiver.url, ...more });

beforeEach(async () => {
  receiver = await startReceiver();
  sandbox = await start();
  api = client(`${sandbox.url}/v1`, credentials(keyId, keySecret));
  checkout = client(sandbox.url);
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
});

const order = async (more: object = {}) =>
  (await api.post('/orders', { amount: 118_000, currency: 'INR', receipt: 'r-1', ...more })).json;
const control = (path: string, body: object) => checkout.post(`/_control/${path}`, body);
const events = () => receiver.received.map(({ body }): string => JSON.parse(body).event);

describe('webhooks', () => {
  const pay = async () => control('pay', { orderId: (await order()).id, outcome: 'captured' });

  it('are signed over the raw body, with an id each, in the order of the events', async () => {
    await pay();
    await eventually(() => receiver.received.length === 3);
    expect(events()).toEqual(['payment.authorized', 'payment.captured', 'order.paid']);
    for (const { headers, body } of receiver.received) {
      expect(headers['x-razorpay-signature']).toBe(hmacSha256Hex(webhookSecret, body));
    }
    expect(new Set(receiver.received.map(({ headers }) => headers['x-razorpay-event-id'])).size).toBe(3);
    expect(JSON.parse(receiver.received[2]?.body ?? '')).toMatchObject({
      entity: 'event',
      contains: ['payment', 'order'],
      payload: { order: { entity: { status: 'paid' } } },
    });
  });

  it('come twice with the same id', async () => {
    await control('webhooks', { mode: 'twice' });
    await pay();
    await eventually(() => receiver.received.length === 6);
    expect(new Set(receiver.received.map(({ headers }) => headers['x-razorpay-event-id'])).size).toBe(3);
  });

  it('come backwards', async () => {
    await control('webhooks', { mode: 'backwards' });
    await pay();
    await eventually(() => receiver.received.length === 3);
    expect(events()).toEqual(['order.paid', 'payment.captured', 'payment.authorized']);
  });

  it('come forged, with a signature that does not hold', async () => {
    await control('webhooks', { mode: 'forged' });
    await pay();
    const { headers, body } = await eventually(() => receiver.received[0]);
    expect(headers['x-razorpay-signature']).not.toBe(hmacSha256Hex(webhookSecret, body));
  });

  it('do not come when off, and can be sent later', async () => {
    await control('webhooks', { mode: 'off' });
    await pay();
    const { deliveries } = (await checkout.get('/_control/state')).json;
    expect(deliveries.map((one: { status: string }) => one.status)).toEqual(['held', 'held', 'held']);
    await control('webhooks', { mode: 'normal' });
    expect((await control('redeliver', {})).json).toEqual({ redelivered: 3 });
    await eventually(() => receiver.received.length === 3);
  });

  it('are tried again until they are accepted', async () => {
    await receiver.close();
    receiver = await startReceiver((count) => (count <= 2 ? 503 : 200));
    await sandbox.close();
    sandbox = await start();
    api = client(`${sandbox.url}/v1`, credentials(keyId, keySecret));
    checkout = client(sandbox.url);
    await control('pay', { orderId: (await order()).id, outcome: 'failed' });
    const delivery = await eventually(async () =>
      (await checkout.get('/_control/state')).json.deliveries.find(
        (one: { status: string }) => one.status === 'delivered',
      ),
    );
    expect(delivery.attempts.map((one: { status: string }) => one.status)).toEqual([503, 503, 200]);
  });
});

describe('faults', () => {
  it('answers 500 with the vendor’s error body, as often as asked', async () => {
    await control('faults', { mode: 'error500', times: 1 });
    const answer = await api.post('/orders', { amount: 100, currency: 'INR' });
    expect(answer.status).toBe(500);
    expect(answer.json.error?.code).toBe('SERVER_ERROR');
    expect((await api.post('/orders', { amount: 100, currency: 'INR' })).status).toBe(200);
  });

  it('is slow by the time asked', async () => {
    await control('faults', { mode: 'slow', ms: 250, times: 1 });
    const before = performance.now();
    await order();
    expect(performance.now() - before).toBeGreaterThanOrEqual(245);
  });

  it('cuts the answer off although the request took effect', async () => {
    await control('faults', { mode: 'cut', times: 1 });
    await expect(order({ receipt: 'cut' })).rejects.toBeInstanceOf(Error);
    expect((await api.get('/orders?receipt=cut')).json.count).toBe(1);
  });

  it('answers JSON of a wrong shape, only under the prefix asked', async () => {
    await control('faults', { mode: 'wrong_json', path: '/v1/payments' });
    expect((await order()).entity).toBe('order');
    expect((await api.get('/payments/pay_x')).json).toEqual({ unexpected: ['shape'] });
    expect((await control('faults', { mode: 'nonsense' })).status).toBe(400);
  });
});

it('keeps its state over a restart and sends what was left undelivered', async () => {
  const dataFile = join(mkdtempSync(join(tmpdir(), 'razorpay-')), 'razorpay.json');
  await receiver.close();
  let down = true;
  receiver = await startReceiver(() => (down ? 500 : 200));
  const first = await start({ dataFile });
  const { id } = (
    await client(`${first.url}/v1`, credentials(keyId, keySecret)).post('/orders', { amount: 500, currency: 'INR' })
  ).json;
  await client(first.url).post('/_control/pay', { orderId: id, outcome: 'failed' });
  await eventually(() => receiver.received.length > 0);
  await first.close();

  down = false;
  const second = await start({ dataFile });
  const state = await eventually(async () => {
    const { json } = await client(second.url).get('/_control/state');
    return json.deliveries?.[0]?.status === 'delivered' && json;
  });
  expect(state.orders).toMatchObject([{ id, status: 'attempted' }]);
  await second.close();
});
