import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderApp } from '~/testing/render';
import { CheckoutPanel } from './checkout-panel';

const orderId = '3b0c6a34-6f5f-4a53-9a4f-0d1a7c0d9b11';
const quote = {
  currency: 'INR',
  price: 10_000,
  discount: 0,
  taxable: 10_000,
  tax_lines: [],
  total: 11_800,
  coupon: null,
  coupon_error: null,
};
const raised = (message: string) => Response.json({ code: 'P0001', message }, { status: 400 });
type Answer = (body: Record<string, unknown>) => Response;

/** Plays the server; a test says what differs. */
function serve(changed: Record<string, Answer>) {
  const requestKeys: unknown[] = [];
  const answers: Record<string, Answer> = {
    quote_order: () => Response.json(quote),
    'create-order': ({ requestKey }) => {
      requestKeys.push(requestKey);
      const summary = { price: 10_000, discount: 0, taxable: 10_000, taxLines: [], total: 11_800 };
      return Response.json({
        orderId,
        razorpayOrderId: 'order_1',
        keyId: 'rzp_test',
        amount: 11_800,
        currency: 'INR',
        status: 'created',
        summary,
      });
    },
    'verify-payment': () => Response.json({ status: 'paid', orderId, enrolmentId: null }),
    orders: () => Response.json({ id: orderId, status: 'paid', total: 11_800, invoice: { number: 'INV-1' } }),
    ...changed,
  };
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const answer = answers[url.pathname.split('/').at(-1) ?? ''];
    const body: Record<string, unknown> = JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
    return Promise.resolve(answer?.(body) ?? Response.json({}, { status: 404 }));
  });
  return requestKeys;
}

/** Checkout whose window is paid as soon as it opens. */
class PaidAtOnce {
  private readonly options: { handler: (answer: unknown) => void };
  constructor(options: { handler: (answer: unknown) => void }) {
    this.options = options;
  }
  on() {}
  open() {
    this.options.handler({
      razorpay_payment_id: 'pay_1',
      razorpay_order_id: 'order_1',
      razorpay_signature: 'ab'.repeat(32),
    });
  }
}

const onPaid = vi.fn<(orderId: string) => void>();
const show = () =>
  renderApp(
    <CheckoutPanel
      kind="addon_attempt"
      track={{ id: 'track', name: 'Trial' }}
      buyer={{ name: 'Asha Rao', email: 'a@example.com', phone: null }}
      onPaid={onPaid}
    />,
  );

async function pay(user: ReturnType<typeof show>['user']) {
  await user.type(screen.getByRole('textbox', { name: /^Address/ }), '1 Main Road');
  await user.selectOptions(screen.getByRole('combobox', { name: /^State/ }), '29');
  await user.click(await screen.findByRole('button', { name: 'Pay ₹118.00' }));
}

beforeEach(() => {
  sessionStorage.clear();
  onPaid.mockReset();
  vi.stubGlobal('Razorpay', PaidAtOnce);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('leads to the dashboard who is enrolled already', async () => {
  serve({ quote_order: () => raised('already_enrolled') });
  show();
  expect(await screen.findByRole('heading', { name: 'You are enrolled already' }, { timeout: 4_000 })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Go to the dashboard' })).toHaveAttribute('href', '/dashboard');
});

it('lets people pay without a coupon after too many wrong ones', async () => {
  serve({
    quote_order: ({ p_coupon_code }) =>
      p_coupon_code === undefined ? Response.json(quote) : raised('too_many_requests'),
  });
  const { user } = show();
  await user.type(await screen.findByRole('textbox', { name: 'Coupon code' }), 'guess{Enter}');
  expect(await screen.findByText(/Too many codes were tried/)).toBeVisible();
  await pay(user);
  await waitFor(() => expect(onPaid).toHaveBeenCalledWith(orderId));
});

it('buys anew the next time, with a key of its own', async () => {
  const requestKeys = serve({});
  for (const view of [show(), null]) {
    const shown = view ?? show();
    await pay(shown.user);
    await waitFor(() => expect(onPaid).toHaveBeenCalled());
    onPaid.mockReset();
    shown.unmount();
  }
  expect(new Set(requestKeys).size).toBe(2);
});

it('does not welcome anybody whose payment goes back', async () => {
  serve({ orders: () => Response.json({ id: orderId, status: 'paid', total: 11_800, invoice: null }) });
  const { user } = show();
  await pay(user);
  expect(await screen.findByText('This payment is on its way back to you')).toBeVisible();
  expect(onPaid).not.toHaveBeenCalled();
});

it('waits for the webhook when the session ended while the payment was confirmed', async () => {
  serve({
    'verify-payment': () =>
      Response.json({ error: { code: 'unauthorized', message: 'Sign in again.' } }, { status: 401 }),
  });
  const { user } = show();
  await pay(user);
  await waitFor(() => expect(onPaid).toHaveBeenCalledWith(orderId));
});

it('says what to do about a wrong amount, and not that nothing is known', async () => {
  serve({
    'verify-payment': () => Response.json({ error: { code: 'amount_mismatch', message: 'x' } }, { status: 409 }),
  });
  const { user } = show();
  await pay(user);
  expect(await screen.findByText(/Do not pay again/)).toBeVisible();
});
