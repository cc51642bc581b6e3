import { describe, expect, it } from 'vitest';
import { isBusy, nextCheckoutState, type CheckoutEvent, type CheckoutState } from './checkout-state';

const orderId = '3b0c6a34-6f5f-4a53-9a4f-0d1a7c0d9b11';
const run = (...events: CheckoutEvent[]) => events.reduce(nextCheckoutState, { step: 'editing' } as CheckoutState);
const open: CheckoutEvent[] = [{ type: 'pay' }, { type: 'opened', orderId }];

describe('nextCheckoutState', () => {
  it('goes from the form through the window to paid', () => {
    expect(run(...open, { type: 'succeeded' })).toEqual({ step: 'confirming', orderId });
    expect(run(...open, { type: 'succeeded' }, { type: 'paid', orderId })).toEqual({ step: 'paid', orderId });
  });

  it('ignores a second click while the first is under way', () => {
    const state = run(...open);
    expect(nextCheckoutState(state, { type: 'pay' })).toBe(state);
  });

  it('keeps the reason of a decline when the window is closed after it', () => {
    const state = run(...open, { type: 'declined', reason: 'insufficient_funds' }, { type: 'dismissed' });
    expect(state).toEqual({ step: 'declined', orderId, reason: 'insufficient_funds' });
  });

  it('takes a success after a decline, as the window lets people try again', () => {
    expect(run(...open, { type: 'declined', reason: null }, { type: 'succeeded' })).toEqual({
      step: 'confirming',
      orderId,
    });
  });

  it('never leaves paid', () => {
    const paid = run(...open, { type: 'paid', orderId });
    const late: CheckoutEvent[] = [
      { type: 'dismissed' },
      { type: 'declined', reason: null },
      { type: 'pay' },
      { type: 'failed', code: 'x' },
    ];
    for (const event of late) expect(nextCheckoutState(paid, event)).toBe(paid);
  });

  it('does not take a payment that is being confirmed for dismissed', () => {
    expect(run(...open, { type: 'succeeded' }, { type: 'dismissed' })).toEqual({ step: 'confirming', orderId });
  });

  it('lets people pay again after a decline, a closed window or an error', () => {
    for (const event of [
      { type: 'declined', reason: null },
      { type: 'dismissed' },
      { type: 'failed', code: 'vendor_unavailable' },
    ] satisfies CheckoutEvent[]) {
      const state = run(...open, event);
      expect(isBusy(state)).toBe(false);
      expect(nextCheckoutState(state, { type: 'pay' })).toEqual({ step: 'creating' });
    }
  });
});
