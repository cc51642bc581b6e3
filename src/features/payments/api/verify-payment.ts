import {
  verifyPaymentResponseSchema,
  type VerifyPaymentRequest,
  type VerifyPaymentResponse,
} from '@contracts/verify-payment.ts';
import { invoke } from '~/lib/supabase/invoke';

/** Hands over what Checkout returned; the server checks the signature against its own order and asks Razorpay. */
export function verifyPayment(request: VerifyPaymentRequest): Promise<VerifyPaymentResponse> {
  return invoke('verify-payment', request, verifyPaymentResponseSchema);
}
