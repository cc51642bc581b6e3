import type { Hono } from 'hono';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { readJson, type SandboxEnv } from '../shared/http.ts';
import { sendPage, serveAsset } from '../shared/page.ts';
import { checkoutPage } from './checkout-page.ts';
import { badRequest, parseRequest, type RazorpayError } from './errors.ts';
import { getOrder } from './orders.ts';
import {
  authorizePayment,
  checkoutResult,
  createPayment,
  failPayment,
  getPayment,
  type PaymentContext,
} from './payments.ts';
import type { Payment } from './store.ts';
import { cardVerdict, otpIsRight, upiVerdict, WRONG_OTP } from './test-methods.ts';

const contactFields = {
  key: z.string(),
  order_id: z.string(),
  email: z.string().max(254).nullable(),
  contact: z.string().max(20).nullable(),
  description: z.string().max(255).nullable(),
};

const paySchema = z.discriminatedUnion('method', [
  z.strictObject({
    ...contactFields,
    method: z.literal('card'),
    card: z.strictObject({
      number: z.string().regex(/^\d{12,19}$/, 'The card number is not valid.'),
      expiry: z.string().regex(/^\d{2}\/\d{2}$/, 'The expiry is not valid.'),
      cvv: z.string().regex(/^\d{3,4}$/, 'The CVV is not valid.'),
    }),
  }),
  z.strictObject({
    ...contactFields,
    method: z.literal('upi'),
    vpa: z.string().regex(/^[^\s@]+@[^\s@]+$/, 'The UPI ID is not valid.'),
  }),
]);

const otpSchema = z.strictObject({ key: z.string(), payment_id: z.string(), otp: z.string().max(20) });

type CheckoutOptions = PaymentContext & { keyId: string; keySecret: string };

/** What the checkout's own pages call. The shop never talks to these. */
export function mountCheckout(app: Hono<SandboxEnv>, options: CheckoutOptions): void {
  const { store, keyId, keySecret } = options;
  const asset = (name: string) => new URL(`./assets/${name}`, import.meta.url);
  serveAsset(app, '/v1/checkout.js', asset('checkout.js'));
  serveAsset(app, '/checkout/frame.js', asset('frame.js'));
  serveAsset(app, '/checkout/frame.css', asset('frame.css'));

  const failed = (payment: Payment, error: RazorpayError) => {
    failPayment(options, payment, error);
    return {
      outcome: 'failed' as const,
      error: { ...error, metadata: { payment_id: payment.id, order_id: payment.order_id } },
    };
  };
  const paid = (payment: Payment) => {
    authorizePayment(options, payment);
    return { outcome: 'paid' as const, result: checkoutResult(payment, keySecret) };
  };
  const requireKey = (key: string) => {
    if (key !== keyId) throw badRequest('The api key provided is invalid');
  };

  app.get('/checkout', (c) => {
    const order = store.data.orders.find((one) => one.id === c.req.query('order_id'));
    const problem = !order
      ? 'The order could not be found.'
      : c.req.query('key') !== keyId
        ? 'The API key provided is invalid.'
        : order.status === 'paid'
          ? 'Payment already done for this order.'
          : null;
    const policy = "default-src 'self'; img-src * data:; object-src 'none'; base-uri 'none'; form-action 'none'";
    return sendPage(c, checkoutPage({ amount: order?.amount ?? 0, problem }), { policy });
  });

  app.post('/checkout/pay', async (c) => {
    const request = parseRequest(paySchema, await readJson(c));
    requireKey(request.key);
    const payment = createPayment(options, getOrder(store, request.order_id), {
      method: request.method,
      vpa: request.method === 'upi' ? request.vpa : null,
      email: request.email,
      contact: request.contact,
      description: request.description,
    });
    const verdict = request.method === 'card' ? cardVerdict(request.card.number) : upiVerdict(request.vpa);
    if (verdict.kind === 'otp') return c.json({ outcome: 'otp', payment_id: payment.id });
    if (verdict.kind === 'success') return c.json(paid(payment));
    if (verdict.afterMs) await delay(verdict.afterMs);
    return c.json(failed(payment, verdict.error));
  });

  app.post('/checkout/otp', async (c) => {
    const request = parseRequest(otpSchema, await readJson(c));
    requireKey(request.key);
    const payment = getPayment(store, request.payment_id);
    // Asked twice (a second click, a lost answer): the same payment is told again, nothing is paid twice.
    if (payment.status === 'authorized' || payment.status === 'captured') {
      return c.json({ outcome: 'paid', result: checkoutResult(payment, keySecret) });
    }
    if (payment.status !== 'created') throw badRequest('This payment can no longer be completed. Start again.');
    return c.json(otpIsRight(request.otp) ? paid(payment) : failed(payment, WRONG_OTP));
  });
}
