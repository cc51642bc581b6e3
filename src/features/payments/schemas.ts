import { billingSchema, taxLineSchema } from '@contracts/create-order.ts';
import { z } from 'zod';
import { isGstin } from '~/lib/gstin';

/** Answer of `quote_order`; every amount in paise. */
export const quoteSchema = z.object({
  currency: z.string(),
  price: z.number().int(),
  discount: z.number().int(),
  taxable: z.number().int(),
  tax_lines: z.array(taxLineSchema),
  total: z.number().int(),
  coupon: z.object({ code: z.string(), kind: z.enum(['percent', 'amount']), value: z.number() }).nullable(),
  /** Why the coupon asked for does not hold; the prices are those without it. */
  coupon_error: z.string().nullish(),
});
export type Quote = z.infer<typeof quoteSchema>;

/** The billing form. Messages are keys of the `payments` texts. */
export const billingFormSchema = z
  .object({
    name: z.string().trim().min(2, 'errors.name').max(120, 'errors.name'),
    address: z.string().trim().min(3, 'errors.address').max(400, 'errors.address'),
    state: z.string().regex(/^\d{2}$/, 'errors.state'),
    gstin: z
      .string()
      .trim()
      .toUpperCase()
      .refine((value) => value === '' || isGstin(value), 'errors.gstin'),
  })
  .refine(({ gstin, state }) => gstin === '' || !isGstin(gstin) || gstin.startsWith(state), {
    path: ['gstin'],
    message: 'errors.gstinState',
  });
export type BillingForm = z.input<typeof billingFormSchema>;

/** What the contract wants: no GSTIN is left out, not empty. */
export function toBilling(form: BillingForm) {
  const { gstin, ...rest } = billingFormSchema.parse(form);
  return billingSchema.parse(gstin === '' ? rest : { ...rest, gstin });
}

/** What Razorpay's Checkout hands to its success handler. */
export const checkoutSuccessSchema = z.object({
  razorpay_payment_id: z.string(),
  razorpay_order_id: z.string(),
  razorpay_signature: z.string(),
});

export const checkoutFailureSchema = z.object({
  error: z.object({ code: z.string().optional(), reason: z.string().nullish(), description: z.string().nullish() }),
});
