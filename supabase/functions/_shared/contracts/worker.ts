import { z } from 'zod';

export const workerResponseSchema = z.object({
  claimed: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
});
export type WorkerResponse = z.infer<typeof workerResponseSchema>;
