import type { RazorpayError } from './errors.ts';

/** What the bank or the UPI app will say: at once, or after the one-time password. */
type Verdict = { kind: 'otp' } | { kind: 'success' } | { kind: 'failure'; error: RazorpayError; afterMs?: number };

const failure = (
  code: RazorpayError['code'],
  description: string,
  source: string,
  step: string,
  reason: string,
): RazorpayError => ({
  code,
  description,
  source,
  step,
  reason,
});

const DECLINED = failure(
  'BAD_REQUEST_ERROR',
  'Your payment has been declined by the bank. Try another card or method.',
  'issuer_bank',
  'payment_authorization',
  'payment_declined',
);
const INSUFFICIENT = failure(
  'BAD_REQUEST_ERROR',
  'Your payment could not be completed due to insufficient account balance. Try again with another card or method.',
  'customer',
  'payment_authorization',
  'insufficient_funds',
);
const TIMED_OUT = failure(
  'GATEWAY_ERROR',
  'The bank did not answer in time. If money was deducted, it will be returned within 5 to 7 days.',
  'issuer_bank',
  'payment_authorization',
  'payment_timed_out',
);
const UNKNOWN_CARD = failure(
  'BAD_REQUEST_ERROR',
  'This card is not one of the test cards. Use a test card to pay in test mode.',
  'customer',
  'payment_initiation',
  'card_not_supported',
);
const UPI_DECLINED = failure(
  'BAD_REQUEST_ERROR',
  'Payment was unsuccessful, as it was declined in the UPI app. Try again or use another method.',
  'customer',
  'payment_authorization',
  'payment_declined',
);
const UNKNOWN_VPA = failure(
  'BAD_REQUEST_ERROR',
  'This UPI ID is not valid. Check it and try again.',
  'customer',
  'payment_initiation',
  'invalid_vpa',
);

export const WRONG_OTP = failure(
  'BAD_REQUEST_ERROR',
  'Payment failed because the one-time password was wrong. Try again.',
  'customer',
  'payment_authentication',
  'incorrect_otp',
);

const CARDS: Record<string, Verdict> = {
  '4100280000001007': { kind: 'otp' },
  '5500670000001002': { kind: 'otp' },
  '4100280000080001': { kind: 'failure', error: INSUFFICIENT },
  '4100280000060003': { kind: 'failure', error: DECLINED },
  '4100280000090000': { kind: 'failure', error: TIMED_OUT, afterMs: 1500 },
};

const UPI_IDS: Record<string, Verdict> = {
  'success@razorpay': { kind: 'success' },
  'failure@razorpay': { kind: 'failure', error: UPI_DECLINED },
};

export const cardVerdict = (number: string): Verdict => CARDS[number] ?? { kind: 'failure', error: UNKNOWN_CARD };
export const upiVerdict = (vpa: string): Verdict =>
  UPI_IDS[vpa.toLowerCase()] ?? { kind: 'failure', error: UNKNOWN_VPA };
/** In test mode any one-time password of 4 to 10 digits is right. */
export const otpIsRight = (otp: string) => /^\d{4,10}$/.test(otp);
export const CONTROL_FAILURE = DECLINED;
