import { z } from 'zod';
import type { BulkStore } from '../../db/bulk.ts';
import type { OutboxStore } from '../../db/outbox.ts';
import { parsePayload, type RunJob } from '../job.ts';

export type RunBulkDeps = {
  bulk: Pick<BulkStore, 'run'>;
  outbox: Pick<OutboxStore, 'enqueue'>;
  /** How long a run goes on. Short enough for its lease, and for others to get their turn. */
  bulkForMs?: number;
};

const batchRows = 100;

/** Goes through the people of a bulk job for a while, then queues the rest. Each batch commits by itself, so a run may die. */
export function createRunBulk({ bulk, outbox, bulkForMs = 15_000 }: RunBulkDeps): RunJob {
  return async ({ payload }) => {
    const { job_id } = parsePayload(payload, z.object({ job_id: z.uuid() }));
    const until = performance.now() + bulkForMs;
    let progress = await bulk.run(job_id, batchRows);
    while (progress.more && performance.now() < until) progress = await bulk.run(job_id, batchRows);
    // A run does at least one batch, so that each continuation has a key of its own.
    if (progress.more) await outbox.enqueue('bulk.run', { job_id }, `bulk.run:${job_id}:${progress.done}`);
  };
}
