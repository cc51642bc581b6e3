/** How far a purchase has come in this browser. What the server knows is read from the order. */
export type CheckoutState =
  | { step: 'editing' }
  | { step: 'creating' }
  | { step: 'open'; orderId: string }
  | { step: 'confirming'; orderId: string }
  | { step: 'waiting'; orderId: string }
  | { step: 'declined'; orderId: string; reason: string | null }
  | { step: 'dismissed'; orderId: string }
  | { step: 'error'; code: string; orderId: string | null }
  | { step: 'returned'; orderId: string }
  | { step: 'paid'; orderId: string };

export type CheckoutEvent =
  | { type: 'pay' }
  | { type: 'opened'; orderId: string }
  | { type: 'succeeded' }
  | { type: 'declined'; reason: string | null }
  | { type: 'dismissed' }
  | { type: 'pending' }
  | { type: 'failed'; code: string }
  | { type: 'returned'; orderId: string }
  | { type: 'paid'; orderId: string };

const orderOf = (state: CheckoutState): string | null => ('orderId' in state ? state.orderId : null);

/**
 * The next state. A late event never takes a purchase back: paid stays paid, and a decline or a closed window
 * that Checkout reports after its success handler is ignored.
 */
export function nextCheckoutState(state: CheckoutState, event: CheckoutEvent): CheckoutState {
  if (state.step === 'paid') return state;
  const orderId = orderOf(state);
  switch (event.type) {
    case 'pay':
      return isBusy(state) ? state : { step: 'creating' };
    case 'opened':
      return { step: 'open', orderId: event.orderId };
    case 'succeeded':
      return orderId ? { step: 'confirming', orderId } : state;
    case 'declined':
      return state.step === 'open' ? { step: 'declined', orderId: state.orderId, reason: event.reason } : state;
    case 'dismissed':
      // Closing the window after a decline keeps the reason on the page.
      return state.step === 'open' ? { step: 'dismissed', orderId: state.orderId } : state;
    case 'pending':
      return orderId ? { step: 'waiting', orderId } : state;
    case 'failed':
      return { step: 'error', code: event.code, orderId };
    case 'returned':
      return { step: 'returned', orderId: event.orderId };
    case 'paid':
      return { step: 'paid', orderId: event.orderId };
  }
}

/** Whether the pay button must wait. */
export function isBusy(state: CheckoutState): boolean {
  return state.step === 'creating' || state.step === 'open' || state.step === 'confirming' || state.step === 'waiting';
}
