import type { ScheduledResponse } from '../_shared/contracts/scheduled.ts';
import type { ExamStore } from '../_shared/db/exams.ts';
import type { ImportStore } from '../_shared/db/imports.ts';
import type { OrderStore } from '../_shared/db/orders.ts';
import type { OutboxStore } from '../_shared/db/outbox.ts';
import { createHandler, json } from '../_shared/http/handler.ts';
import { consoleLog, safeMessage, type Log } from '../_shared/http/log.ts';
import type { NudgeWorker } from '../_shared/http/nudge.ts';
import { readQuietExams, reconcileOrders, type StepDeps } from './steps.ts';

export type ScheduledDeps = Omit<StepDeps, 'log'> & {
  secretKeys: readonly string[];
  orders: Pick<OrderStore, 'expireOrders'>;
  exams: Pick<ExamStore, 'closeAttempts' | 'closeMissedExams'>;
  imports: Pick<ImportStore, 'resumeDue'>;
  outbox: Pick<OutboxStore, 'prune'>;
  nudgeWorker: NudgeWorker;
  now?: () => Date;
  log?: Log;
};

/** What time brings about. Each step stands alone: one that fails is named and the rest run. */
export function createScheduledHandler(deps: ScheduledDeps) {
  const baseLog = deps.log ?? consoleLog;
  return createHandler({
    name: 'scheduled',
    auth: { kind: 'secret', secretKeys: deps.secretKeys },
    log: baseLog,
    async run({ requestId, note }) {
      const now = deps.now?.() ?? new Date();
      const log: Log = (fields) => baseLog({ fn: 'scheduled', requestId, ...fields });
      const failures: string[] = [];
      const step = async (name: string, work: () => Promise<number>): Promise<number> => {
        try {
          return await work();
        } catch (error) {
          failures.push(name);
          log({ step: name, error: safeMessage(error) });
          return 0;
        }
      };
      const counted = (name: string, work: () => Promise<{ count: number; failed: number }>) =>
        step(name, async () => {
          const { count, failed } = await work();
          if (failed > 0) failures.push(name);
          return count;
        });

      const closedAttempts = await step('close-attempts', () => deps.exams.closeAttempts(now));
      // Before anything expires, so that what was paid in time counts as paid.
      const reconciled = await counted('reconcile', () => reconcileOrders({ ...deps, log }, 25));
      const expiredOrders = await step('expire-orders', () => deps.orders.expireOrders(now));
      const examReads = await counted('exam-reads', () => readQuietExams({ ...deps, log }, 25));
      const missedExams = await step('missed-exams', () => deps.exams.closeMissedExams(now));
      const resumedImports = await step('resume-imports', () => deps.imports.resumeDue());
      const pruned = await step('prune', () => deps.outbox.prune(now));
      deps.nudgeWorker();

      const result: ScheduledResponse = {
        closedAttempts,
        expiredOrders,
        reconciled,
        examReads,
        missedExams,
        resumedImports,
        pruned,
        failures,
      };
      note({ ...result, failures: failures.join(',') });
      return json(result);
    },
  });
}
