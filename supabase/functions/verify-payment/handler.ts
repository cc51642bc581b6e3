import { verifyPaymentRequestSchema, type VerifyPaymentResponse } from '../_shared/contracts/verify-payment.ts';
import type { OrderStore, OwnOrder } from '../_shared/db/orders.ts';
import type { OutboxStore } from '../_shared/db/outbox.ts';
import type { LimitRate } from '../_shared/db/rate-limit.ts';
import type { Caller, VerifyUser } from '../_shared/http/auth.ts';
import { parseJson } from '../_shared/http/body.ts';
import { HttpError, notFound } from '../_shared/http/errors.ts';
import { createHandler, json } from '../_shared/http/handler.ts';
import type { Log } from '../_shared/http/log.ts';
import type { NudgeWorker } from '../_shared/http/nudge.ts';
import { VendorError } from '../_shared/http/vendor-fetch.ts';
import { collectPayment } from '../_shared/payments/collect-payment.ts';
import type { RazorpayPort } from '../_shared/vendors/razorpay/port.ts';
import { isCheckoutSignature } from '../_shared/vendors/razorpay/signature.ts';

export type VerifyPaymentDeps = {
  verifyUser: VerifyUser;
  limitRate: LimitRate;
  findOwnOrder: (caller: Caller, orderId: string) => Promise<OwnOrder | null>;
  orders: Pick<OrderStore, 'capturePayment'>;
  outbox: Pick<OutboxStore, 'enqueue'>;
  razorpay: Pick<RazorpayPort, 'getPayment' | 'capturePayment'>;
  razorpayKeySecret: string;
  nudgeWorker: NudgeWorker;
  log?: Log;
};

/** The browser's word counts for nothing: the signature is checked with our order id, then Razorpay is asked. */
export function createVerifyPaymentHandler(deps: VerifyPaymentDeps) {
  return createHandler({
    name: 'verify-payment',
    auth: { kind: 'user', verifyUser: deps.verifyUser },
    ...(deps.log && { log: deps.log }),
    async run({ caller, text, note }) {
      await deps.limitRate(`verify-payment:${caller.id}`, 30, 60);
      const body = parseJson(text(), verifyPaymentRequestSchema);
      const order = await deps.findOwnOrder(caller, body.orderId);
      if (!order) throw notFound('The order');
      note({ orderId: order.id });
      const answer = (status: VerifyPaymentResponse['status'], enrolmentId: string | null) => {
        note({ outcome: status });
        return json({ status, orderId: order.id, enrolmentId } satisfies VerifyPaymentResponse);
      };

      const razorpayOrderId = order.razorpay_order_id;
      if (!razorpayOrderId) throw new HttpError(409, 'order_not_payable', 'No payment was started for this order.');
      const genuine = await isCheckoutSignature(
        deps.razorpayKeySecret,
        razorpayOrderId,
        body.razorpayPaymentId,
        body.razorpaySignature,
      );
      if (!genuine) throw new HttpError(400, 'payment_not_verified', 'This payment could not be verified.');
      if (order.status === 'paid') return answer('paid', order.enrolment_id);

      try {
        const payment = await deps.razorpay.getPayment(body.razorpayPaymentId);
        if (payment.order_id !== razorpayOrderId) {
          throw new HttpError(409, 'payment_of_other_order', 'This payment belongs to another order.');
        }
        const { outcome, enrolment_id } = await collectPayment(deps, razorpayOrderId, payment);
        note({ capture: outcome });
        if (outcome === 'amount_mismatch') {
          throw new HttpError(
            409,
            'amount_mismatch',
            'The amount paid is not the amount of the order. Contact support.',
          );
        }
        deps.nudgeWorker();
        return outcome === 'paid' || outcome === 'already_paid'
          ? answer('paid', enrolment_id)
          : answer('pending', null);
      } catch (error) {
        if (!(error instanceof VendorError)) throw error;
        // The money may have moved: the person must not pay again, the worker goes on asking.
        note({ vendor: error.failure });
        await deps.outbox.enqueue(
          'payment.collect',
          { razorpay_payment_id: body.razorpayPaymentId },
          `payment.collect:${body.razorpayPaymentId}`,
        );
        return answer('pending', null);
      }
    },
  });
}
