import { z } from 'zod';

const textOrNull = z
  .string()
  .nullish()
  .transform((value) => value || null);

export const razorpayOrderSchema = z.object({
  id: z.string().regex(/^order_[A-Za-z0-9]+$/),
  amount: z.number().int().nonnegative(),
  currency: z.string(),
  status: z.string(),
  receipt: textOrNull,
});

/** Used for answers and for webhooks alike, so that a recorded and a read payment mean the same. */
export const razorpayPaymentSchema = z.object({
  id: z.string().regex(/^pay_[A-Za-z0-9]+$/),
  order_id: textOrNull,
  amount: z.number().int().nonnegative(),
  currency: z.string(),
  status: z.enum(['created', 'authorized', 'captured', 'refunded', 'failed']),
  method: textOrNull,
  amount_refunded: z
    .number()
    .int()
    .nonnegative()
    .nullish()
    .transform((value) => value ?? 0),
  error_code: textOrNull,
  error_description: textOrNull,
});

export const razorpayPaymentListSchema = z.object({ items: z.array(razorpayPaymentSchema) });

export const razorpayRefundSchema = z.object({
  id: z.string().regex(/^rfnd_[A-Za-z0-9]+$/),
  payment_id: z.string(),
  amount: z.number().int().nonnegative(),
  status: z.enum(['pending', 'processed', 'failed']),
});

export const razorpayErrorSchema = z.object({
  error: z.object({ code: z.string().nullish(), description: z.string().nullish() }),
});
