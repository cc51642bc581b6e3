import type { CreateOrderResponse } from '@contracts/create-order.ts';
import { env } from '~/lib/env';
import { AppError } from '~/lib/supabase/app-error';
import { checkoutFailureSchema, checkoutSuccessSchema } from '../schemas';

type RazorpayOptions = {
  key: string;
  amount: number;
  currency: string;
  name: string;
  description: string;
  order_id: string;
  prefill: { name: string; email: string; contact?: string };
  theme: { color: string };
  retry: { enabled: boolean };
  modal: { ondismiss: () => void; escape: boolean; confirm_close: boolean };
  handler: (answer: unknown) => void;
};
type RazorpayCheckout = { open: () => void; on: (event: 'payment.failed', handler: (answer: unknown) => void) => void };

declare global {
  interface Window {
    Razorpay?: new (options: RazorpayOptions) => RazorpayCheckout;
  }
}

let loading: Promise<void> | undefined;

/** Loads Razorpay's script once; a failed load can be tried again. Throws `checkout_unavailable`. */
export function loadCheckout(): Promise<void> {
  if (window.Razorpay) return Promise.resolve();
  loading ??= new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = env.razorpayCheckoutUrl;
    const giveUp = () => {
      script.remove();
      loading = undefined;
      reject(new AppError('checkout_unavailable'));
    };
    // A blocker may answer with an empty script.
    script.addEventListener('load', () => (window.Razorpay ? resolve() : giveUp()));
    script.addEventListener('error', giveUp);
    document.head.append(script);
  });
  return loading;
}

export type CheckoutEvents = {
  onSuccess: (payment: { paymentId: string; signature: string }) => void;
  onDeclined: (reason: string | null) => void;
  onDismissed: () => void;
};

/** Opens Checkout for an order. What it reports is a claim for the server to check. Throws `checkout_unavailable`. */
export function openCheckout(
  order: CreateOrderResponse & { razorpayOrderId: string },
  buyer: { name: string; email: string; phone: string | null },
  texts: { product: string; description: string },
  events: CheckoutEvents,
): void {
  if (!window.Razorpay) throw new AppError('checkout_unavailable');
  const checkout = new window.Razorpay({
    key: order.keyId,
    amount: order.amount,
    currency: order.currency,
    order_id: order.razorpayOrderId,
    name: texts.product,
    description: texts.description,
    prefill: { name: buyer.name, email: buyer.email, ...(buyer.phone ? { contact: buyer.phone } : {}) },
    theme: { color: '#3b3fb6' },
    retry: { enabled: true },
    modal: { ondismiss: events.onDismissed, escape: true, confirm_close: true },
    handler: (answer) => {
      const success = checkoutSuccessSchema.parse(answer);
      events.onSuccess({ paymentId: success.razorpay_payment_id, signature: success.razorpay_signature });
    },
  });
  checkout.on('payment.failed', (answer) => {
    const failure = checkoutFailureSchema.safeParse(answer);
    events.onDeclined(failure.success ? (failure.data.error.reason ?? null) : null);
  });
  checkout.open();
}
