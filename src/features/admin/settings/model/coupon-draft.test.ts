import { describe, expect, it } from 'vitest';
import type { Coupon } from '../schemas';
import { couponDraftOf, newCoupon, readCoupon, type CouponDraft } from './coupon-draft';

const draft: CouponDraft = {
  ...newCoupon(new Date('2026-12-01T06:00:00Z')),
  code: ' spring-26 ',
  value: '20',
  max_discount: '1,000.50',
};
const coupon: Coupon = {
  id: 'c',
  code: 'FLAT',
  kind: 'amount',
  value: 50_050,
  max_discount: null,
  track_id: 'ai',
  track_name: 'AI',
  valid_from: '2026-12-01T06:00:00.000Z',
  valid_until: '2026-12-31T06:00:00.000Z',
  max_redemptions: 100,
  per_user: 2,
  active: true,
  version: 'v',
  redemptions: 0,
  status: 'active',
};

describe('the form of a coupon', () => {
  it('sends rupees as paise and empty limits as none', () => {
    expect(readCoupon(draft)).toEqual({
      faults: [],
      coupon: {
        code: 'SPRING-26',
        kind: 'percent',
        value: 20,
        max_discount: 100_050,
        track_id: null,
        valid_from: '2026-12-01T06:00:00.000Z',
        valid_until: null,
        max_redemptions: null,
        per_user: 1,
      },
    });
  });

  it('gives a coupon back as it was', () => {
    expect(readCoupon(couponDraftOf(coupon)).coupon).toEqual({
      code: 'FLAT',
      kind: 'amount',
      value: 50_050,
      max_discount: null,
      track_id: 'ai',
      valid_from: coupon.valid_from,
      valid_until: coupon.valid_until,
      max_redemptions: 100,
      per_user: 2,
    });
  });

  it.each<[Partial<CouponDraft>, string]>([
    [{ code: 'AB' }, 'code'],
    [{ code: 'A B C' }, 'code'],
    [{ value: '' }, 'value'],
    [{ value: '101' }, 'value'],
    [{ value: '12.5' }, 'value'],
    [{ kind: 'amount', value: '0' }, 'value'],
    [{ kind: 'amount', value: 'ten' }, 'value'],
    [{ max_discount: '0' }, 'max_discount'],
    [{ valid_from: '' }, 'valid_from'],
    [{ valid_until: '2020-01-01T00:00' }, 'valid_until'],
    [{ max_redemptions: '0' }, 'max_redemptions'],
    [{ per_user: '' }, 'per_user'],
    [{ per_user: '1001' }, 'per_user'],
  ])('refuses %j', (wrong, fault) => {
    expect(readCoupon({ ...draft, ...wrong }).faults).toEqual([fault]);
  });

  it('takes an amount with paise, and forgets the cap of a percentage', () => {
    expect(readCoupon({ ...draft, kind: 'amount', value: '₹500.50' }).coupon).toMatchObject({
      value: 50_050,
      max_discount: null,
    });
  });
});
