import { useTranslation } from 'react-i18next';

const codes = [
  'coupon_not_found',
  'coupon_expired',
  'coupon_not_for_track',
  'coupon_used_up',
  'track_not_found',
  'already_enrolled',
  'not_enrolled',
  'addon_not_offered',
  'renewal_not_open',
  'vendor_unavailable',
  'checkout_unavailable',
  'too_many_requests',
  'payment_not_verified',
  'order_closed',
  'order_not_payable',
  'payment_of_other_order',
  'amount_mismatch',
  'billing_invalid',
  'gstin_invalid',
  'state_invalid',
  'invalid_input',
  'vendor_refused',
] as const;

/** What a quote with a coupon is refused for because of the coupon: without it the purchase goes on. */
export const couponCodes: readonly string[] = [
  'too_many_requests',
  ...codes.filter((code) => code.startsWith('coupon_')),
];

/** The sentence for a code of the payment services, or null where it is not one of theirs. */
export function useCodeText() {
  const { t } = useTranslation('payments');
  return (code: string): string | null => {
    const known = codes.find((each) => each === code);
    return known ? t(`codes.${known}`) : null;
  };
}
