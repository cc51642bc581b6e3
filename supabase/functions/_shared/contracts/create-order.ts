import { z } from 'zod';

export const orderKindSchema = z.enum(['enrolment', 'addon_attempt', 'renewal']);
export type OrderKind = z.infer<typeof orderKindSchema>;

/** Two-digit state code, PAN, entity number, Z, check character. */
const gstinPattern = /^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][A-Z0-9]Z[A-Z0-9]$/;

export const billingSchema = z
  .object({
    name: z.string().trim().min(2).max(120),
    address: z.string().trim().min(3).max(400),
    /** GST state code, for example "29" for Karnataka. */
    state: z.string().regex(/^[0-9]{2}$/),
    gstin: z.string().trim().toUpperCase().regex(gstinPattern).optional(),
  })
  .refine((billing) => billing.gstin === undefined || billing.gstin.startsWith(billing.state), {
    path: ['gstin'],
    message: 'The GSTIN belongs to another state',
  });
export type Billing = z.infer<typeof billingSchema>;

export const createOrderRequestSchema = z.object({
  kind: orderKindSchema,
  trackId: z.string().min(1).max(100),
  couponCode: z.string().trim().toUpperCase().min(1).max(40).optional(),
  billing: billingSchema,
  /** Made once per purchase by the browser: the same key always means the same order. */
  requestKey: z.uuid(),
});
export type CreateOrderRequest = z.input<typeof createOrderRequestSchema>;

/** Rate in per cent, amount in paise. */
export const taxLineSchema = z.object({ name: z.string(), rate: z.number(), amount: z.number().int() });

export const createOrderResponseSchema = z.object({
  orderId: z.uuid(),
  /** Null when nothing is to be paid. */
  razorpayOrderId: z.string().nullable(),
  keyId: z.string(),
  /** Paise. */
  amount: z.number().int(),
  currency: z.string(),
  status: z.enum(['created', 'paid']),
  summary: z.object({
    price: z.number().int(),
    discount: z.number().int(),
    taxable: z.number().int(),
    taxLines: z.array(taxLineSchema),
    total: z.number().int(),
  }),
});
export type CreateOrderResponse = z.infer<typeof createOrderResponseSchema>;
