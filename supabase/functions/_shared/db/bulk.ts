import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { callRpc } from './client.ts';

const progressSchema = z.object({
  status: z.string(),
  /** The number of the last row that was done. */
  done: z.number().int(),
  /** Whether rows are left for another batch. */
  more: z.boolean(),
});
export type BulkProgress = z.infer<typeof progressSchema>;

const mailSchema = z.object({
  email: z.string(),
  name: z.string(),
  subject: z.string(),
  body: z.string(),
  product_name: z.string(),
});
export type BulkMail = z.infer<typeof mailSchema>;

export function createBulkStore(client: SupabaseClient) {
  return {
    /** One batch in one transaction. */
    run: (jobId: string, limit: number): Promise<BulkProgress> =>
      callRpc(client, 'system_run_bulk', { p_job_id: jobId, p_limit: limit }, progressSchema),
    /** Null when the mail was called off, or its person has no open account any more. */
    mail: (jobId: string, userId: string): Promise<BulkMail | null> =>
      callRpc(client, 'system_bulk_mail', { p_job_id: jobId, p_user_id: userId }, mailSchema.nullable()),
  };
}
export type BulkStore = ReturnType<typeof createBulkStore>;
