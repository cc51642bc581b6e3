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
  /** A job that takes longer than this does not keep the rest of its batch's places empty. */
  patienceMs: number;
};

/** Takes work in small batches until there is none or the time is up. A job that fails or takes long harms no other. */
export async function drainOutbox(options: DrainOptions): Promise<WorkerResponse> {
  const until = performance.now() + options.budgetMs;
  const counts = { claimed: 0, done: 0, failed: 0 };
  const running = new Set<Promise<void>>();
  const start = (job: Job): Promise<void> => {
    const work = runOne(options, job).then((done) => {
      counts[done ? 'done' : 'failed'] += 1;
      running.delete(work);
    });
    running.add(work);
    return work;
  };
  while (performance.now() < until) {
    const places = options.batchSize - running.size;
    const jobs = places > 0 ? await options.outbox.claim(places, options.leaseSeconds) : [];
    counts.claimed += jobs.length;
    // Not before an empty batch: what was just done may have queued the next step.
    if (jobs.length === 0 && running.size === 0) break;
    const started = jobs.map(start);
    await atMost(options.patienceMs, started.length > 0 ? Promise.all(started) : Promise.race(running));
  }
  await Promise.all(running);
  return counts;
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, pause]);
  clearTimeout(timer);
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
