import { describe, expect, it } from 'vitest';
import { HttpError } from '../../http/errors.ts';
import { job, permanence } from '../../testing/jobs.ts';
import { createActOnWebhook, type ActOnWebhookDeps } from './act-on-webhook.ts';

const id = '7b6a1c3e-9a43-4a3b-8d55-0f3f7f0a9f11';
const payment = {
  id: 'pay_1',
  order_id: 'order_1',
  amount: 100,
  currency: 'INR',
  status: 'captured',
  method: null,
  amount_refunded: 0,
  error_code: null,
  error_description: null,
};
type Stored = Awaited<ReturnType<ActOnWebhookDeps['webhooks']['read']>>;

function setUp(event: Stored) {
  const done: string[] = [];
  const finished: (string | null)[] = [];
  const deps: ActOnWebhookDeps = {
    orders: {
      capturePayment: async (orderId) => {
        done.push(`capture ${orderId}`);
        return { order_id: null, outcome: 'paid', enrolment_id: null };
      },
      recordRefund: async () => {
        throw new Error('There is no refund');
      },
    },
    outbox: { enqueue: async (_kind, _payload, key) => void done.push(key) },
    webhooks: {
      read: async () => event,
      finish: async (_provider, _event, error) => void finished.push(error),
    },
  };
  const run = createActOnWebhook(deps);
  return { deps, done, finished, run: () => run(job({ webhook_event_id: id })) };
}
const stored = (provider: string, body: unknown, open = true) => ({
  provider,
  event_id: 'evt-1',
  raw_body: JSON.stringify(body),
  open,
});

describe('a stored event', () => {
  it.each([
    ['razorpay', { event: 'payment.captured', payload: { payment: { entity: payment } } }, ['capture order_1']],
    ['razorpay', { event: 'invoice.paid', payload: {} }, []],
    ['talview', { payload: { session_uuid: 'v-1' } }, ['talview.read_session:evt-1']],
    ['credly', { id: 'evt-1' }, ['credly.read_event:evt-1']],
  ])('of %s is acted upon as the webhook does, and closed', async (provider, body, acts) => {
    const { run, done, finished } = setUp(stored(provider, body));
    await run();
    expect(done).toEqual(acts);
    expect(finished).toEqual([null]);
  });

  it('that was acted upon meanwhile is left alone', async () => {
    const { run, done, finished } = setUp(stored('credly', {}, false));
    await run();
    expect([done, finished]).toEqual([[], []]);
  });

  it('that cannot be acted upon stays open, with its error', async () => {
    const { run, finished } = setUp(stored('talview', { nothing: true }));
    expect(await permanence(run())).toBe(true);
    expect(finished).toEqual(['HttpError: The callback names no session.']);
  });

  it('is tried again when the database is away', async () => {
    const { run, deps, finished } = setUp(
      stored('razorpay', { event: 'payment.captured', payload: { payment: { entity: payment } } }),
    );
    deps.orders.capturePayment = async () => {
      throw new HttpError(503, 'database_unavailable', 'Away.');
    };
    expect(await permanence(run())).toBe(false);
    expect(finished).toHaveLength(1);
  });

  it('that is not there, or of somebody unknown, is given up', async () => {
    expect(await permanence(setUp(null).run())).toBe(true);
    expect(await permanence(setUp(stored('zoo', {})).run())).toBe(true);
  });
});
