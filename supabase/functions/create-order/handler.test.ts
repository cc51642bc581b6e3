import { describe, expect, it } from 'vitest';
import { createOrderResponseSchema } from '../_shared/contracts/create-order.ts';
import type { NewOrder, Order } from '../_shared/db/orders.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { VendorError } from '../_shared/http/vendor-fetch.ts';
import { asPerson, errorOf, person, post, verifyUser } from '../_shared/testing/fakes.ts';
import type { CreateRazorpayOrder } from '../_shared/vendors/razorpay/port.ts';
import { createCreateOrderHandler, type CreateOrderDeps } from './handler.ts';

const orderId = '7b6a1c3e-9a43-4a3b-8d55-0f3f7f0a9f11';
const row: Order = {
  id: orderId,
  user_id: person.id,
  kind: 'enrolment',
  track_id: 'ai-foundations',
  status: 'created',
  currency: 'INR',
  price: 100_000,
  discount: 0,
  taxable: 100_000,
  tax_lines: [{ name: 'IGST', rate: 18, amount: 18_000 }],
  total: 118_000,
  receipt: 'ord_1',
  razorpay_order_id: null,
  enrolment_id: null,
};
const body = {
  kind: 'enrolment',
  trackId: 'ai-foundations',
  billing: { name: 'Asha Rao', address: '1 MG Road, Bengaluru', state: '29' },
  requestKey: '3b241101-e2bb-4255-8caf-4136c566a962',
};

/** A database that keeps one order per request key, and a Razorpay that counts what it opens. */
function setUp(more: Partial<Order> = {}) {
  const stored = new Map<string, Order>();
  const asked: NewOrder[] = [];
  const opened: CreateRazorpayOrder[] = [];
  const state = { nudges: 0, razorpayFails: null as VendorError | null };
  const deps: CreateOrderDeps = {
    verifyUser,
    limitRate: async () => undefined,
    orders: {
      createOrder: async (order) => {
        asked.push(order);
        const found = stored.get(order.requestKey) ?? { ...row, ...more };
        stored.set(order.requestKey, found);
        return found;
      },
      attachRazorpayOrder: async (_id, razorpayOrderId) => {
        const [key, order] = [...stored][0] ?? ['', row];
        const attached = { ...order, razorpay_order_id: order.razorpay_order_id ?? razorpayOrderId };
        stored.set(key, attached);
        return attached;
      },
      settleFreeOrder: async () => ({ order_id: orderId, outcome: 'paid', enrolment_id: null }),
    },
    razorpay: {
      createOrder: async (order) => {
        if (state.razorpayFails) throw state.razorpayFails;
        opened.push(order);
        return { id: `order_${opened.length}`, status: 'created', ...order };
      },
    },
    razorpayKeyId: 'rzp_test_key',
    nudgeWorker: () => void (state.nudges += 1),
    log: () => undefined,
  };
  return { handler: createCreateOrderHandler(deps), deps, asked, opened, state };
}

describe('create-order', () => {
  it("opens Razorpay's order for the price of the database and answers what checkout needs", async () => {
    const { handler, opened } = setUp();
    const response = await handler(post(body, asPerson));
    expect(response.status).toBe(200);
    expect(createOrderResponseSchema.parse(await response.json())).toMatchObject({
      orderId,
      razorpayOrderId: 'order_1',
      keyId: 'rzp_test_key',
      amount: 118_000,
      status: 'created',
      summary: { total: 118_000, taxLines: [{ name: 'IGST' }] },
    });
    expect(opened).toEqual([
      { amount: 118_000, currency: 'INR', receipt: 'ord_1', notes: expect.objectContaining({ order_id: orderId }) },
    ]);
  });

  it('ignores a price, a user and a discount that the browser sends along', async () => {
    const { handler, asked } = setUp();
    await handler(post({ ...body, price: 1, total: 1, userId: 'other', discount: 99 }, asPerson));
    expect(asked[0]).toEqual({ ...body, userId: person.id, couponCode: null });
  });

  it('opens one order for a double click', async () => {
    const { handler, opened } = setUp();
    await handler(post(body, asPerson));
    const again = await handler(post(body, asPerson));
    expect(opened).toHaveLength(1);
    expect(await again.json()).toMatchObject({ razorpayOrderId: 'order_1' });
  });

  it.each([
    new VendorError('razorpay', 'timeout', null, ''),
    new VendorError('razorpay', 'status', 500, ''),
    new VendorError('razorpay', 'invalid_answer', 200, ''),
  ])('says that Razorpay is down ($failure), keeps the order, and goes on when asked again', async (failure) => {
    const { handler, state } = setUp();
    state.razorpayFails = failure;
    expect(await errorOf(await handler(post(body, asPerson)))).toEqual({ status: 503, code: 'vendor_unavailable' });
    state.razorpayFails = null;
    expect(await (await handler(post(body, asPerson))).json()).toMatchObject({ orderId, razorpayOrderId: 'order_1' });
  });

  it('says so when Razorpay refuses for good', async () => {
    const { handler, state } = setUp();
    state.razorpayFails = new VendorError('razorpay', 'status', 400, 'amount');
    expect(await errorOf(await handler(post(body, asPerson)))).toEqual({ status: 502, code: 'vendor_refused' });
  });

  it('settles an order of nothing without Razorpay', async () => {
    const { handler, opened, state } = setUp({ total: 0, tax_lines: [] });
    expect(await (await handler(post(body, asPerson))).json()).toMatchObject({
      status: 'paid',
      razorpayOrderId: null,
      amount: 0,
    });
    expect(opened).toHaveLength(0);
    expect(state.nudges).toBe(1);
  });

  it('retries a failed order on the same Razorpay order, and answers paid for a paid one', async () => {
    const failed = setUp({ status: 'failed', razorpay_order_id: 'order_old' });
    expect(await (await failed.handler(post(body, asPerson))).json()).toMatchObject({
      status: 'created',
      razorpayOrderId: 'order_old',
    });
    const paid = setUp({ status: 'paid', razorpay_order_id: 'order_old' });
    expect(await (await paid.handler(post(body, asPerson))).json()).toMatchObject({ status: 'paid' });
    const expired = setUp({ status: 'expired' });
    expect(await errorOf(await expired.handler(post(body, asPerson)))).toEqual({ status: 409, code: 'order_closed' });
  });

  it("passes the database's refusal on by its code", async () => {
    const { deps } = setUp();
    const createOrder = async () => {
      throw new HttpError(422, 'coupon_expired', 'The coupon ended.');
    };
    const handler = createCreateOrderHandler({ ...deps, orders: { ...deps.orders, createOrder } });
    expect(await errorOf(await handler(post(body, asPerson)))).toEqual({ status: 422, code: 'coupon_expired' });
  });

  it('names the fields that are wrong', async () => {
    const { handler } = setUp();
    const wrong = { ...body, requestKey: 'x', billing: { ...body.billing, state: 'KA', gstin: 'nonsense' } };
    expect(await errorOf(await handler(post(wrong, asPerson)))).toMatchObject({
      status: 400,
      code: 'invalid_input',
      fields: {
        requestKey: expect.any(String),
        'billing.state': expect.any(String),
        'billing.gstin': expect.any(String),
      },
    });
    expect(await errorOf(await handler(post('{', asPerson)))).toEqual({ status: 400, code: 'invalid_json' });
  });

  it('is for people who are signed in, and not too often', async () => {
    const { handler, deps } = setUp();
    expect((await handler(post(body))).status).toBe(401);
    const limited = createCreateOrderHandler({
      ...deps,
      limitRate: async () => {
        throw new HttpError(429, 'too_many_requests', 'Wait.');
      },
    });
    expect((await limited(post(body, asPerson))).status).toBe(429);
  });
});
