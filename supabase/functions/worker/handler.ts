import type { OutboxStore } from '../_shared/db/outbox.ts';
import { createHandler, json } from '../_shared/http/handler.ts';
import { consoleLog, type Log } from '../_shared/http/log.ts';
import { drainOutbox } from '../_shared/outbox/drain.ts';
import type { RunJob } from '../_shared/outbox/job.ts';

export type WorkerDeps = {
  secretKeys: readonly string[];
  outbox: Pick<OutboxStore, 'claim' | 'complete' | 'fail'>;
  dispatch: (kind: string) => RunJob;
  log?: Log;
  budgetMs?: number;
  patienceMs?: number;
};

export function createWorkerHandler(deps: WorkerDeps) {
  const log = deps.log ?? consoleLog;
  return createHandler({
    name: 'worker',
    auth: { kind: 'secret', secretKeys: deps.secretKeys },
    log,
    async run({ requestId, note }) {
      const counts = await drainOutbox({
        outbox: deps.outbox,
        dispatch: deps.dispatch,
        log: (fields) => log({ fn: 'worker', requestId, ...fields }),
        budgetMs: deps.budgetMs ?? 20_000,
        batchSize: 5,
        // Longer than any job may take with all its calls timing out.
        leaseSeconds: 120,
        patienceMs: deps.patienceMs ?? 1000,
      });
      note(counts);
      return json(counts);
    },
  });
}
