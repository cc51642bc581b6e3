import { z } from 'zod';

/** What each webhook answers once the event is stored and acted upon. */
export const webhookResponseSchema = z.object({
  received: z.literal(true),
  /** True when this event had been handled before. */
  duplicate: z.boolean(),
});
export type WebhookResponse = z.infer<typeof webhookResponseSchema>;
