import { z } from 'zod';
import { razorpayPaymentSchema, razorpayRefundSchema } from '../vendors/razorpay/schemas.ts';

/** Only what is acted upon; the rest of an event is kept raw. */
export const razorpayEventSchema = z.object({
  event: z.string().max(100),
  payload: z
    .object({
      payment: z.object({ entity: razorpayPaymentSchema }).optional(),
      refund: z.object({ entity: razorpayRefundSchema }).optional(),
    })
    .default({}),
});

const handled = /^(payment\.(authorized|captured|failed)|order\.paid|refund\.(created|processed|failed))$/;

/** Events of other kinds may have shapes of their own and are only kept. */
export const isHandledEvent = (name: string) => handled.test(name);
export const eventNameSchema = z.object({ event: z.string().max(100) });
