import { createOrderRequestSchema, type CreateOrderResponse } from '../_shared/contracts/create-order.ts';
import type { Order, OrderStore } from '../_shared/db/orders.ts';
import type { LimitRate } from '../_shared/db/rate-limit.ts';
import type { VerifyUser } from '../_shared/http/auth.ts';
import { parseJson } from '../_shared/http/body.ts';
import { HttpError, vendorUnavailable } from '../_shared/http/errors.ts';
import { createHandler, json } from '../_shared/http/handler.ts';
import type { Log } from '../_shared/http/log.ts';
import type { NudgeWorker } from '../_shared/http/nudge.ts';
import { VendorError } from '../_shared/http/vendor-fetch.ts';
import type { RazorpayPort } from '../_shared/vendors/razorpay/port.ts';

export type CreateOrderDeps = {
  verifyUser: VerifyUser;
  limitRate: LimitRate;
  orders: Pick<OrderStore, 'createOrder' | 'attachRazorpayOrder' | 'settleFreeOrder'>;
  razorpay: Pick<RazorpayPort, 'createOrder'>;
  razorpayKeyId: string;
  nudgeWorker: NudgeWorker;
  log?: Log;
};

const closed = () => new HttpError(409, 'order_closed', 'This order can no longer be paid. Start the purchase again.');

/** Prices on the server and opens the order at Razorpay; the same request key answers the same order. */
export function createCreateOrderHandler(deps: CreateOrderDeps) {
  return createHandler({
    name: 'create-order',
    auth: { kind: 'user', verifyUser: deps.verifyUser },
    ...(deps.log && { log: deps.log }),
    async run({ caller, text, note }) {
      await deps.limitRate(`create-order:${caller.id}`, 20, 60);
      const body = parseJson(text(), createOrderRequestSchema);
      // The bucket in which the database counts wrong codes of quotes: an order is no way to go on guessing.
      if (body.couponCode) await deps.limitRate(`coupon:${caller.id}`, 20, 600);
      let order = await deps.orders.createOrder({
        userId: caller.id,
        kind: body.kind,
        trackId: body.trackId,
        couponCode: body.couponCode ?? null,
        billing: body.billing,
        requestKey: body.requestKey,
      });
      note({ orderId: order.id, orderStatus: order.status });

      if (order.status === 'paid') return json(toResponse(order, deps.razorpayKeyId, 'paid'));
      if (order.status !== 'created' && order.status !== 'failed') throw closed();
      if (order.total === 0) {
        const { outcome } = await deps.orders.settleFreeOrder(order.id);
        if (outcome !== 'paid' && outcome !== 'already_paid') throw closed();
        deps.nudgeWorker();
        return json(toResponse(order, deps.razorpayKeyId, 'paid'));
      }
      if (!order.razorpay_order_id) order = await openAtRazorpay(deps, order);
      return json(toResponse(order, deps.razorpayKeyId, 'created'));
    },
  });
}

/** Our order stays when Razorpay cannot be reached: trying again with the same key goes on from here. */
async function openAtRazorpay(deps: CreateOrderDeps, order: Order): Promise<Order> {
  let opened;
  try {
    opened = await deps.razorpay.createOrder({
      amount: order.total,
      currency: order.currency,
      receipt: order.receipt,
      notes: { order_id: order.id, track_id: order.track_id, kind: order.kind },
    });
  } catch (error) {
    if (error instanceof VendorError && !error.transient) {
      throw new HttpError(502, 'vendor_refused', 'The payment service refused this order. Contact support.');
    }
    throw vendorUnavailable('The payment service');
  }
  if (opened.amount !== order.total || opened.currency !== order.currency)
    throw vendorUnavailable('The payment service');
  return await deps.orders.attachRazorpayOrder(order.id, opened.id);
}

function toResponse(order: Order, keyId: string, status: CreateOrderResponse['status']): CreateOrderResponse {
  return {
    orderId: order.id,
    razorpayOrderId: order.razorpay_order_id,
    keyId,
    amount: order.total,
    currency: order.currency,
    status,
    summary: {
      price: order.price,
      discount: order.discount,
      taxable: order.taxable,
      taxLines: order.tax_lines,
      total: order.total,
    },
  };
}
