import type { WorkerResponse } from '../contracts/worker.ts';
import type { Job, OutboxStore } from '../db/outbox.ts';
import { safeMessage, type Log } from '../http/log.ts';
import { isPermanent, type RunJob } from './job.ts';

export type DrainOptions = {
  outbox: Pick<OutboxStore, 'claim' | 'complete' | 'fail'>;
  dispatch: (kind: string) => RunJob;
  log: Log;
  /** No new batch is claimed after this long. */
  budgetMs: number;
  batchSize: number;
  leaseSeconds: number;
};

/** Takes work in small batches until there is none or the time is up. A job that fails harms no other. */
export async function drainOutbox(options: DrainOptions): Promise<WorkerResponse> {
  const until = performance.now() + options.budgetMs;
  const counts = { claimed: 0, done: 0, failed: 0 };
  while (performance.now() < until) {
    const jobs = await options.outbox.claim(options.batchSize, options.leaseSeconds);
    // Not before an empty batch: what was just done may have queued the next step.
    if (jobs.length === 0) break;
    counts.claimed += jobs.length;
    const results = await Promise.all(jobs.map((job) => runOne(options, job)));
    for (const done of results) counts[done ? 'done' : 'failed'] += 1;
  }
  return counts;
}

async function runOne({ outbox, dispatch, log }: DrainOptions, job: Job): Promise<boolean> {
  const startedAt = performance.now();
  const line = { job: job.kind, outboxId: job.id, attempts: job.attempts };
  try {
    await dispatch(job.kind)(job);
    await outbox.complete(job.id);
    log({ ...line, outcome: 'done', ms: Math.round(performance.now() - startedAt) });
    return true;
  } catch (error) {
    const permanent = isPermanent(error);
    const message = safeMessage(error);
    log({
      ...line,
      outcome: permanent ? 'dead' : 'retry',
      error: message,
      ms: Math.round(performance.now() - startedAt),
    });
    // When even this fails the lease runs out and the job is claimed again.
    await outbox.fail(job.id, message, permanent).catch(() => undefined);
    return false;
  }
}
