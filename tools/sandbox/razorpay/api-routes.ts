import { Hono } from 'hono';
import { basicCredentials, readJson, type SandboxEnv } from '../shared/http.ts';
import { RazorpayFailure } from './errors.ts';
import { createOrder, getOrder, listOrders, paymentsOfOrder } from './orders.ts';
import { capturePayment, getPayment, type PaymentContext } from './payments.ts';
import { createRefund, getRefund, refundsOfPayment } from './refunds.ts';

type ApiOptions = PaymentContext & { keyId: string; keySecret: string; onRefund(refundId: string): void };

const collection = <T>(items: T[]) => ({ entity: 'collection', count: items.length, items });

const UNAUTHENTICATED = new RazorpayFailure(
  {
    code: 'BAD_REQUEST_ERROR',
    description: 'Authentication failed',
    source: 'NA',
    step: 'NA',
    reason: 'NA',
    metadata: {},
  },
  401,
);

/** The part of `/v1` that the shop's server calls. */
export function createApi(options: ApiOptions): Hono<SandboxEnv> {
  const { store, keyId, keySecret } = options;
  const api = new Hono<SandboxEnv>();

  api.use(async (c, next) => {
    const given = basicCredentials(c.req.header('authorization'));
    if (given?.user !== keyId || given.password !== keySecret) throw UNAUTHENTICATED;
    return next();
  });

  api.post('/orders', async (c) => c.json(createOrder(store, await readJson(c))));
  api.get('/orders', (c) => c.json(collection(listOrders(store, c.req.query('receipt')))));
  api.get('/orders/:id', (c) => c.json(getOrder(store, c.req.param('id'))));
  api.get('/orders/:id/payments', (c) => c.json(collection(paymentsOfOrder(store, c.req.param('id')))));

  api.get('/payments/:id', (c) => c.json(getPayment(store, c.req.param('id'))));
  api.post('/payments/:id/capture', async (c) => c.json(capturePayment(options, c.req.param('id'), await readJson(c))));
  api.get('/payments/:id/refunds', (c) => c.json(collection(refundsOfPayment(store, c.req.param('id')))));
  api.post('/payments/:id/refund', async (c) => {
    const refund = createRefund(options, c.req.param('id'), await readJson(c), c.req.header('x-refund-idempotency'));
    options.onRefund(refund.id);
    return c.json(refund);
  });
  api.get('/refunds/:id', (c) => c.json(getRefund(store, c.req.param('id'))));

  return api;
}
