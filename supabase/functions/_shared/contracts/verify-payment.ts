import { z } from 'zod';

export const verifyPaymentRequestSchema = z.object({
  orderId: z.uuid(),
  razorpayPaymentId: z.string().regex(/^pay_[A-Za-z0-9]{1,40}$/),
  /** Hex HMAC-SHA256 as Checkout handed it over. */
  razorpaySignature: z.string().regex(/^[0-9a-fA-F]{64}$/),
});
export type VerifyPaymentRequest = z.infer<typeof verifyPaymentRequestSchema>;

export const verifyPaymentResponseSchema = z.object({
  /** `pending`: the money is not yet confirmed; the webhook or the reconciler completes the order. */
  status: z.enum(['paid', 'pending']),
  orderId: z.uuid(),
  enrolmentId: z.uuid().nullable(),
});
export type VerifyPaymentResponse = z.infer<typeof verifyPaymentResponseSchema>;
