import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useReducer, useRef } from 'react';
import type { CreateOrderRequest } from '@contracts/create-order.ts';
import { toAppError } from '~/lib/supabase/errors';
import { createOrder } from '../api/create-order';
import { outcomeOf, waitForOrderQueryOptions } from '../api/get-order';
import { paymentKeys } from '../api/keys';
import { verifyPayment } from '../api/verify-payment';
import { nextCheckoutState } from './checkout-state';
import { loadCheckout, openCheckout } from './razorpay-checkout';
import { forgetRequestKey } from './request-key';

/** An ended session or too many questions say nothing about the payment. */
const isRefusal = (status: number) =>
  status >= 400 && status < 500 && status !== 401 && status !== 408 && status !== 429;

export type Buyer = { name: string; email: string; phone: string | null };

/**
 * Takes a purchase from the form to paid. `onPaid` runs once, whether this browser heard of the payment from Checkout
 * or the order was settled by the webhook while we waited.
 */
export function useCheckout(options: {
  buyer: Buyer;
  texts: { product: string; description: string };
  onPaid: (orderId: string) => void;
}) {
  const [state, dispatch] = useReducer(nextCheckoutState, { step: 'editing' });
  const queryClient = useQueryClient();
  const settled = useEffectEvent(options.onPaid);

  const waitingFor = state.step === 'waiting' ? state.orderId : null;
  const order = useQuery({ ...waitForOrderQueryOptions(waitingFor ?? ''), enabled: waitingFor !== null });
  const outcome = waitingFor === null ? 'open' : outcomeOf(order.data);

  useEffect(() => {
    if (outcome !== 'open' && waitingFor) dispatch({ type: outcome, orderId: waitingFor });
  }, [outcome, waitingFor]);

  const shown = useRef(false);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const wish = useRef<CreateOrderRequest>(null);
  const paidOrder = state.step === 'paid' ? state.orderId : null;
  const closed = paidOrder !== null || state.step === 'returned';
  useEffect(() => {
    // The next purchase of the same thing is another one: with the old key it would be told that it is paid.
    if (closed && wish.current) forgetRequestKey(wish.current);
  }, [closed]);
  useEffect(() => {
    if (paidOrder) settled(paidOrder);
  }, [paidOrder]);

  const fail = (error: unknown) => dispatch({ type: 'failed', code: toAppError(error).code });

  async function confirm(payment: { orderId: string; razorpayPaymentId: string; razorpaySignature: string }) {
    dispatch({ type: 'succeeded' });
    try {
      const { status } = await verifyPayment(payment);
      if (status === 'pending') {
        dispatch({ type: 'pending' });
        return;
      }
      const paid = await queryClient
        .fetchQuery({ ...waitForOrderQueryOptions(payment.orderId), staleTime: 0 })
        .catch(() => null);
      dispatch({ type: outcomeOf(paid) === 'returned' ? 'returned' : 'paid', orderId: payment.orderId });
    } catch (error) {
      // The money may be on its way although our question failed: only a refusal by the server is final.
      if (isRefusal(toAppError(error).status)) fail(error);
      else dispatch({ type: 'pending' });
    }
  }

  async function pay(request: CreateOrderRequest) {
    dispatch({ type: 'pay' });
    wish.current = request;
    try {
      const created = await createOrder(request);
      const { orderId, razorpayOrderId } = created;
      if (created.status === 'paid' || razorpayOrderId === null) {
        dispatch({ type: 'paid', orderId });
        return;
      }
      await loadCheckout();
      // Who has left the page is not to be met by a payment window on another one.
      if (!shown.current) return;
      dispatch({ type: 'opened', orderId });
      openCheckout({ ...created, razorpayOrderId }, options.buyer, options.texts, {
        onSuccess: ({ paymentId, signature }) => {
          void confirm({ orderId, razorpayPaymentId: paymentId, razorpaySignature: signature });
        },
        onDeclined: (reason) => dispatch({ type: 'declined', reason }),
        onDismissed: () => dispatch({ type: 'dismissed' }),
      });
    } catch (error) {
      fail(error);
      // The next try is a new wish: the server would answer the same for the old key.
      if (toAppError(error).code === 'order_closed') forgetRequestKey(request);
      // The price or the coupon may have changed since it was shown.
      await queryClient.invalidateQueries({ queryKey: paymentKeys.all });
    }
  }

  return { state, pay };
}
