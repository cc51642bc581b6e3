import { Hono } from 'hono';
import { z } from 'zod';
import { mountControls, readControl } from '../shared/control.ts';
import { createFaults } from '../shared/faults.ts';
import { listen, type RunningSandbox, type SandboxEnv } from '../shared/http.ts';
import { alphanumeric } from '../shared/ids.ts';
import { createApi } from './api-routes.ts';
import { mountCheckout } from './checkout-routes.ts';
import { badRequest, RazorpayFailure, sendFailure, serverError } from './errors.ts';
import { createRazorpayEvents, createRazorpayWebhooks } from './events.ts';
import { getOrder } from './orders.ts';
import { authorizePayment, checkoutResult, createPayment, failPayment, getPayment } from './payments.ts';
import { settleRefund, type RefundOutcome } from './refunds.ts';
import { openRazorpayStore } from './store.ts';
import { CONTROL_FAILURE } from './test-methods.ts';

export type RazorpaySandboxOptions = {
  port: number;
  keyId: string;
  keySecret: string;
  webhookSecret: string;
  webhookUrl?: string;
  dataFile?: string;
  /** The account's setting; an order's own `payment_capture` goes before it. */
  autoCapture?: boolean;
};

const REFUND_SETTLES_AFTER_MS = 300;

const paySchema = z.strictObject({
  orderId: z.string(),
  outcome: z.enum(['captured', 'failed', 'authorized']),
  /** An earlier payment of the order to move on, as when a bank's late answer revives a failed one. */
  paymentId: z.string().optional(),
});
const refundOutcomeSchema = z.strictObject({ outcome: z.enum(['processed', 'failed']) });

export async function startRazorpaySandbox(options: RazorpaySandboxOptions): Promise<RunningSandbox> {
  const store = openRazorpayStore(options.dataFile, `acc_${alphanumeric(14)}`);
  const webhooks = createRazorpayWebhooks(store, options.webhookUrl, options.webhookSecret);
  const events = createRazorpayEvents(store, webhooks);
  const faults = createFaults({
    isApi: (path) => path.startsWith('/v1/') && path !== '/v1/checkout.js',
    serverError,
  });
  const context = { ...options, store, events, autoCapture: options.autoCapture ?? true };
  const timers = new Set<NodeJS.Timeout>();
  let refundOutcome: RefundOutcome = 'processed';

  const settleLater = (refundId: string) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      const refund = store.data.refunds.find((one) => one.id === refundId);
      if (refund) settleRefund(context, refund, refundOutcome);
    }, REFUND_SETTLES_AFTER_MS);
    timers.add(timer);
  };

  const app = new Hono<SandboxEnv>();
  app.use(faults.middleware);
  app.onError((error, c) => {
    if (error instanceof RazorpayFailure) return sendFailure(c, error);
    console.error('razorpay sandbox:', error);
    return c.json(serverError(), 500);
  });
  app.notFound((c) => sendFailure(c, badRequest('The requested URL was not found on the server.')));

  mountCheckout(app, context);
  mountControls(app, { faults, webhooks, state: () => store.data });
  app.post('/_control/refunds', async (c) => {
    const body = await readControl(c, refundOutcomeSchema);
    if (!body.ok) return body.response;
    refundOutcome = body.value.outcome;
    return c.json(body.value);
  });
  app.post('/_control/pay', async (c) => {
    const body = await readControl(c, paySchema);
    if (!body.ok) return body.response;
    const { orderId, outcome, paymentId } = body.value;
    const order = getOrder(store, orderId);
    const fresh = { method: 'upi', vpa: 'success@razorpay', email: null, contact: null, description: null } as const;
    const payment = paymentId ? getPayment(store, paymentId) : createPayment(context, order, fresh);
    if (outcome === 'failed') failPayment(context, payment, CONTROL_FAILURE);
    else authorizePayment(context, payment, outcome === 'captured');
    return c.json({ payment, ...checkoutResult(payment, options.keySecret) });
  });
  app.route('/v1', createApi({ ...context, onRefund: settleLater }));

  const { url, close } = await listen(app, options.port);
  webhooks.resume();
  for (const refund of store.data.refunds) if (refund.status === 'pending') settleLater(refund.id);

  return {
    url,
    async close() {
      for (const timer of timers) clearTimeout(timer);
      webhooks.close();
      await close();
      store.flush();
    },
  };
}
