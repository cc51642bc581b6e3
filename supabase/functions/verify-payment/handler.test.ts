import { describe, expect, it } from 'vitest';
import type { Capture, OwnOrder } from '../_shared/db/orders.ts';
import { hmacSha256Hex } from '../_shared/http/hmac.ts';
import { VendorError } from '../_shared/http/vendor-fetch.ts';
import { asPerson, createFakeOutbox, errorOf, person, post, verifyUser } from '../_shared/testing/fakes.ts';
import type { RazorpayPayment } from '../_shared/vendors/razorpay/port.ts';
import { createVerifyPaymentHandler } from './handler.ts';

const orderId = '7b6a1c3e-9a43-4a3b-8d55-0f3f7f0a9f11';
const enrolmentId = '0d9df7a1-6a3e-4f5d-9d59-5b6f5e0d2a10';
const keySecret = 'key-secret';
const payment: RazorpayPayment = {
  id: 'pay_1',
  order_id: 'order_ours',
  amount: 118_000,
  currency: 'INR',
  status: 'captured',
  method: 'upi',
  amount_refunded: 0,
  error_code: null,
  error_description: null,
};

function setUp(
  options: {
    order?: Partial<OwnOrder> | null;
    payment?: Partial<RazorpayPayment> | VendorError;
    outcomes?: Capture['outcome'][];
  } = {},
) {
  const recorded: RazorpayPayment[] = [];
  const captured: string[] = [];
  const outcomes = [...(options.outcomes ?? ['paid'])];
  const outbox = createFakeOutbox();
  const handler = createVerifyPaymentHandler({
    verifyUser,
    limitRate: async () => undefined,
    findOwnOrder: async (caller, id) =>
      options.order === null || caller.id !== person.id || id !== orderId
        ? null
        : {
            id,
            user_id: caller.id,
            status: 'created',
            razorpay_order_id: 'order_ours',
            enrolment_id: null,
            ...options.order,
          },
    orders: {
      capturePayment: async (_order, seen) => {
        recorded.push(seen);
        return { order_id: orderId, outcome: outcomes.shift() ?? 'paid', enrolment_id: enrolmentId };
      },
    },
    outbox,
    razorpay: {
      getPayment: async () => {
        if (options.payment instanceof VendorError) throw options.payment;
        return { ...payment, ...options.payment };
      },
      capturePayment: async (authorized) => {
        captured.push(authorized.id);
        return { ...authorized, status: 'captured' };
      },
    },
    razorpayKeySecret: keySecret,
    nudgeWorker: () => undefined,
    log: () => undefined,
  });
  return { handler, recorded, captured, outbox };
}

const signed = async (razorpayOrderId = 'order_ours', secret = keySecret) => ({
  orderId,
  razorpayPaymentId: 'pay_1',
  razorpaySignature: await hmacSha256Hex(secret, `${razorpayOrderId}|pay_1`),
});

describe('verify-payment', () => {
  it('says paid once Razorpay says so', async () => {
    const { handler } = setUp();
    const response = await handler(post(await signed(), asPerson));
    expect(await response.json()).toEqual({ status: 'paid', orderId, enrolmentId });
  });

  it('captures what is only authorised', async () => {
    const { handler, captured, recorded } = setUp({
      payment: { status: 'authorized' },
      outcomes: ['recorded', 'paid'],
    });
    expect(await (await handler(post(await signed(), asPerson))).json()).toMatchObject({ status: 'paid' });
    expect(captured).toEqual(['pay_1']);
    expect(recorded.map(({ status }) => status)).toEqual(['authorized', 'captured']);
  });

  it('does not capture a second payment of a paid order', async () => {
    const { handler, captured } = setUp({ payment: { status: 'authorized' }, outcomes: ['already_paid'] });
    expect(await (await handler(post(await signed(), asPerson))).json()).toMatchObject({ status: 'paid' });
    expect(captured).toEqual([]);
  });

  it('refuses a signature over another order id, though signed with the right secret', async () => {
    const { handler, recorded } = setUp();
    const response = await handler(post(await signed('order_cheap'), asPerson));
    expect(await errorOf(response)).toEqual({ status: 400, code: 'payment_not_verified' });
    expect(recorded).toEqual([]);
  });

  it('refuses a signature made with another secret', async () => {
    const { handler } = setUp();
    expect((await handler(post(await signed('order_ours', 'guess'), asPerson))).status).toBe(400);
  });

  it("does not know other people's orders", async () => {
    const { handler } = setUp({ order: null });
    expect(await errorOf(await handler(post(await signed(), asPerson)))).toEqual({ status: 404, code: 'not_found' });
  });

  it('refuses a payment that Razorpay counts to another order', async () => {
    const { handler } = setUp({ payment: { order_id: 'order_other' } });
    expect(await errorOf(await handler(post(await signed(), asPerson)))).toEqual({
      status: 409,
      code: 'payment_of_other_order',
    });
  });

  it.each([
    new VendorError('razorpay', 'timeout', null, ''),
    new VendorError('razorpay', 'status', 500, ''),
    new VendorError('razorpay', 'invalid_answer', 200, ''),
  ])('answers pending while Razorpay is down ($failure), and leaves the rest to the worker', async (failure) => {
    const { handler, outbox } = setUp({ payment: failure });
    const response = await handler(post(await signed(), asPerson));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'pending', orderId, enrolmentId: null });
    expect(outbox.jobs).toMatchObject([{ kind: 'payment.collect', payload: { razorpay_payment_id: 'pay_1' } }]);
  });

  it('answers pending for a payment that failed, since it may still come', async () => {
    const { handler } = setUp({ payment: { status: 'failed' }, outcomes: ['recorded'] });
    expect(await (await handler(post(await signed(), asPerson))).json()).toMatchObject({ status: 'pending' });
  });

  it('refuses another amount', async () => {
    const { handler } = setUp({ payment: { amount: 1 }, outcomes: ['amount_mismatch'] });
    expect(await errorOf(await handler(post(await signed(), asPerson)))).toEqual({
      status: 409,
      code: 'amount_mismatch',
    });
  });

  it('answers paid again for an order that the webhook completed first', async () => {
    const { handler, recorded } = setUp({ order: { status: 'paid', enrolment_id: enrolmentId } });
    expect(await (await handler(post(await signed(), asPerson))).json()).toEqual({
      status: 'paid',
      orderId,
      enrolmentId,
    });
    expect(recorded).toEqual([]);
  });
});
