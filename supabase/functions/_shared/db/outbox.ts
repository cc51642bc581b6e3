import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { callRpc, callVoidRpc } from './client.ts';

const jobSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  payload: z.record(z.string(), z.unknown()),
  attempts: z.number().int(),
});
export type Job = z.infer<typeof jobSchema>;

export function createOutboxStore(client: SupabaseClient) {
  return {
    claim: (limit: number, leaseSeconds: number): Promise<Job[]> =>
      callRpc(client, 'system_claim_outbox', { p_limit: limit, p_lease_seconds: leaseSeconds }, z.array(jobSchema)),
    complete: (id: string): Promise<void> => callVoidRpc(client, 'system_complete_outbox', { p_id: id }),
    fail: (id: string, error: string, permanent: boolean): Promise<void> =>
      callVoidRpc(client, 'system_fail_outbox', { p_id: id, p_error: error, p_permanent: permanent }),
    /** The same key twice is the same work. */
    enqueue: (kind: string, payload: Record<string, unknown>, dedupeKey: string): Promise<void> =>
      callVoidRpc(client, 'system_enqueue', { p_kind: kind, p_payload: payload, p_dedupe_key: dedupeKey }),
    /** Deletes work done long ago and empties old webhook bodies, a share per call; answers how many. */
    prune: (now: Date): Promise<number> =>
      callRpc(client, 'system_prune_history', { p_now: now.toISOString() }, z.number().int()),
  };
}
export type OutboxStore = ReturnType<typeof createOutboxStore>;
