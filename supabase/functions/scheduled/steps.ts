import type { ExamStore } from '../_shared/db/exams.ts';
import type { OrderStore } from '../_shared/db/orders.ts';
import { safeMessage, type Log } from '../_shared/http/log.ts';
import { readExamSession } from '../_shared/outbox/jobs/read-exam-session.ts';
import { collectPayment } from '../_shared/payments/collect-payment.ts';
import type { RazorpayPort } from '../_shared/vendors/razorpay/port.ts';
import type { TalviewPort } from '../_shared/vendors/talview/port.ts';

export type StepDeps = {
  orders: Pick<OrderStore, 'dueReconciliations' | 'capturePayment'>;
  exams: Pick<ExamStore, 'dueExamReads' | 'recordExamProgress'>;
  razorpay: Pick<RazorpayPort, 'listOrderPayments' | 'capturePayment'>;
  talview: Pick<TalviewPort, 'getSession'>;
  log: Log;
};

/** One order's or exam's trouble does not keep the others waiting; the database lets it come due again. */
async function isolated(log: Log, step: string, id: string, work: () => Promise<boolean>): Promise<boolean | Error> {
  try {
    return await work();
  } catch (error) {
    log({ step, id, error: safeMessage(error) });
    return new Error(step);
  }
}

export type StepResult = { count: number; failed: number };

/** Asks Razorpay about orders that are not paid yet: for webhooks that never came. Counts the orders found paid. */
export async function reconcileOrders(deps: StepDeps, limit: number): Promise<StepResult> {
  const result = { count: 0, failed: 0 };
  for (const { order_id, razorpay_order_id } of await deps.orders.dueReconciliations(limit)) {
    const outcome = await isolated(deps.log, 'reconcile', order_id, async () => {
      let paid = false;
      for (const payment of await deps.razorpay.listOrderPayments(razorpay_order_id)) {
        const capture = await collectPayment(deps, razorpay_order_id, payment);
        paid ||= capture.outcome === 'paid';
      }
      return paid;
    });
    if (outcome === true) result.count += 1;
    if (outcome instanceof Error) result.failed += 1;
  }
  return result;
}

/** Reads exams that have gone quiet. Counts those read. */
export async function readQuietExams(deps: StepDeps, limit: number): Promise<StepResult> {
  const result = { count: 0, failed: 0 };
  for (const { exam_session_id, vendor_session_id } of await deps.exams.dueExamReads(limit)) {
    if (!vendor_session_id) continue;
    const outcome = await isolated(deps.log, 'exam-read', exam_session_id, async () => {
      await readExamSession(deps, vendor_session_id);
      return true;
    });
    if (outcome === true) result.count += 1;
    else result.failed += 1;
  }
  return result;
}
