import type { z } from 'zod';
import type { RazorpayEnv } from '../../http/env.ts';
import { VendorError, vendorFetch } from '../../http/vendor-fetch.ts';
import type { RazorpayPort } from './port.ts';
import {
  razorpayErrorSchema,
  razorpayOrderSchema,
  razorpayPaymentListSchema,
  razorpayPaymentSchema,
  razorpayRefundSchema,
} from './schemas.ts';

export function createRazorpayClient(env: RazorpayEnv & { VENDOR_TIMEOUT_MS: number }): RazorpayPort {
  const authorization = `Basic ${btoa(`${env.RAZORPAY_KEY_ID}:${env.RAZORPAY_KEY_SECRET}`)}`;

  const call = <T>(path: string, schema: z.ZodType<T>, body?: unknown, headers?: Record<string, string>) =>
    vendorFetch({
      vendor: 'razorpay',
      url: `${env.RAZORPAY_API_URL}${path}`,
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization, ...headers },
      body,
      schema,
      timeoutMs: env.VENDOR_TIMEOUT_MS,
      errorDetail: (answer) => razorpayErrorSchema.safeParse(answer).data?.error.description ?? undefined,
    });

  const getPayment: RazorpayPort['getPayment'] = (paymentId) =>
    call(`/payments/${encodeURIComponent(paymentId)}`, razorpayPaymentSchema);

  return {
    createOrder: (order) => call('/orders', razorpayOrderSchema, order),
    getPayment,
    async listOrderPayments(orderId) {
      return (await call(`/orders/${encodeURIComponent(orderId)}/payments`, razorpayPaymentListSchema)).items;
    },
    refundPayment: (paymentId, amount, idempotencyKey) =>
      call(
        `/payments/${encodeURIComponent(paymentId)}/refund`,
        razorpayRefundSchema,
        { amount, speed: 'normal' },
        { 'x-refund-idempotency': idempotencyKey },
      ),
    async capturePayment(payment) {
      try {
        const body = { amount: payment.amount, currency: payment.currency };
        return await call(`/payments/${encodeURIComponent(payment.id)}/capture`, razorpayPaymentSchema, body);
      } catch (error) {
        // Another run captured it first: the payment as it stands is the answer.
        if (error instanceof VendorError && error.status === 400) return await getPayment(payment.id);
        throw error;
      }
    },
  };
}
