import { z } from 'zod';

export const scheduledResponseSchema = z.object({
  closedAttempts: z.number().int(),
  expiredOrders: z.number().int(),
  /** Orders found paid at the vendor and completed here. */
  reconciled: z.number().int(),
  examReads: z.number().int(),
  missedExams: z.number().int(),
  /** Imports whose worker had gone silent, queued again. */
  resumedImports: z.number().int(),
  /** Old outbox rows deleted and webhook bodies emptied. */
  pruned: z.number().int(),
  /** Names of the steps that failed; the others ran all the same. */
  failures: z.array(z.string()),
});
export type ScheduledResponse = z.infer<typeof scheduledResponseSchema>;
