import { beforeEach, describe, expect, it } from 'vitest';
import { forgetRequestKey, requestKeyFor, type Purchase } from './request-key';

const purchase: Purchase = { kind: 'enrolment', trackId: 'ai-foundations', couponCode: '', billing: 'Asha|29' };

describe('requestKeyFor', () => {
  beforeEach(() => sessionStorage.clear());

  it('gives the same key to the same purchase', () => {
    expect(requestKeyFor({ ...purchase })).toBe(requestKeyFor(purchase));
  });

  it('gives another key once the coupon or the billing changes', () => {
    const first = requestKeyFor(purchase);
    const withCoupon = requestKeyFor({ ...purchase, couponCode: 'WELCOME10' });
    expect(withCoupon).not.toBe(first);
    expect(requestKeyFor({ ...purchase, couponCode: 'WELCOME10', billing: 'Asha|27' })).not.toBe(withCoupon);
  });

  it('keeps purchases of different kinds apart', () => {
    const enrolment = requestKeyFor(purchase);
    expect(requestKeyFor({ ...purchase, kind: 'addon_attempt' })).not.toBe(enrolment);
    expect(requestKeyFor(purchase)).toBe(enrolment);
  });

  it('starts afresh after the purchase is paid', () => {
    const first = requestKeyFor(purchase);
    forgetRequestKey(purchase);
    expect(requestKeyFor(purchase)).not.toBe(first);
  });
});
