import { describe, expect, it } from 'vitest';
import { HttpError } from '../_shared/http/errors.ts';
import { VendorError } from '../_shared/http/vendor-fetch.ts';
import { post, secretKey } from '../_shared/testing/fakes.ts';
import type { RazorpayPayment } from '../_shared/vendors/razorpay/port.ts';
import type { ProctoredSession } from '../_shared/vendors/talview/port.ts';
import { createScheduledHandler, type ScheduledDeps } from './handler.ts';

const ids = ['1', '2', '3'].map((n) => `0000000${n}-0000-4000-8000-000000000000`);
const payment = (status: string): RazorpayPayment => ({
  id: 'pay_1',
  order_id: 'order_1',
  amount: 100,
  currency: 'INR',
  status,
  method: null,
  amount_refunded: 0,
  error_code: null,
  error_description: null,
});
const session = (vendorSessionId: string): ProctoredSession => ({
  vendorSessionId,
  sessionKey: `key-${vendorSessionId}`,
  status: 'reviewed',
  score: 80,
  rating: 'high',
  incidents: [],
  startedAt: null,
  submittedAt: null,
});

function setUp(change: (deps: ScheduledDeps) => ScheduledDeps = (deps) => deps) {
  const done: string[] = [];
  const deps: ScheduledDeps = {
    secretKeys: [secretKey],
    orders: {
      dueReconciliations: async () =>
        ids.map((order_id, index) => ({ order_id, razorpay_order_id: `order_${index + 1}` })),
      capturePayment: async (orderId, seen) => {
        done.push(`${orderId} ${seen.status}`);
        return { order_id: null, outcome: seen.status === 'captured' ? 'paid' : 'recorded', enrolment_id: null };
      },
      expireOrders: async () => 2,
    },
    exams: {
      dueExamReads: async () =>
        ids.map((exam_session_id, index) => ({
          exam_session_id,
          session_key: 'k',
          vendor_session_id: `v-${index + 1}`,
        })),
      recordExamProgress: async ({ vendorSessionId }) => {
        done.push(`exam ${vendorSessionId}`);
        return { status: 'passed', certificate_id: null };
      },
      closeAttempts: async () => 4,
      closeMissedExams: async () => 1,
    },
    razorpay: {
      listOrderPayments: async (orderId) =>
        orderId === 'order_1'
          ? [payment('failed'), payment('captured')]
          : orderId === 'order_2'
            ? [payment('authorized')]
            : [],
      capturePayment: async (authorized) => ({ ...authorized, status: 'captured' }),
    },
    talview: { getSession: async (id) => session(id) },
    imports: { resumeDue: async () => 5 },
    outbox: { prune: async () => 7 },
    nudgeWorker: () => undefined,
    log: () => undefined,
  };
  const run = async () => (await createScheduledHandler(change(deps))(post({}, { apikey: secretKey }))).json();
  return { run, done, deps };
}

describe('scheduled', () => {
  it('does every step and counts', async () => {
    const { run, done } = setUp();
    expect(await run()).toEqual({
      closedAttempts: 4,
      expiredOrders: 2,
      reconciled: 2,
      examReads: 3,
      missedExams: 1,
      resumedImports: 5,
      pruned: 7,
      failures: [],
    });
    expect(done).toEqual([
      'order_1 failed',
      'order_1 captured',
      'order_2 authorized',
      'order_2 captured',
      'exam v-1',
      'exam v-2',
      'exam v-3',
    ]);
  });

  it('goes on with the other orders and exams when one fails', async () => {
    const { run } = setUp((deps) => ({
      ...deps,
      razorpay: {
        ...deps.razorpay,
        listOrderPayments: async (orderId) => {
          if (orderId === 'order_1') throw new VendorError('razorpay', 'timeout', null, '');
          return await deps.razorpay.listOrderPayments(orderId);
        },
      },
      talview: {
        getSession: async (id) => {
          if (id === 'v-2') throw new VendorError('talview', 'status', 500, '');
          return session(id);
        },
      },
    }));
    expect(await run()).toMatchObject({
      reconciled: 1,
      examReads: 2,
      missedExams: 1,
      failures: ['reconcile', 'exam-reads'],
    });
  });

  it('goes on with the other steps when one fails', async () => {
    const broken = async () => {
      throw new HttpError(500, 'internal', 'Broken.');
    };
    const { run } = setUp((deps) => ({
      ...deps,
      exams: { ...deps.exams, closeAttempts: broken },
      orders: { ...deps.orders, dueReconciliations: broken },
    }));
    expect(await run()).toMatchObject({
      closedAttempts: 0,
      expiredOrders: 2,
      examReads: 3,
      failures: ['close-attempts', 'reconcile'],
    });
  });

  it('runs for the secret key only', async () => {
    const { deps, done } = setUp();
    expect((await createScheduledHandler(deps)(post({}))).status).toBe(401);
    expect(done).toEqual([]);
  });
});
