import { createHmac } from 'node:crypto';
import { startStack } from '../tools/stack/stack.ts';
import type { BenchmarkRow } from './row.ts';
import { median } from './support/pgbench.ts';

const events = 100;
const webhookSecret = 'bench-webhook-secret';

/** Milliseconds until a signed Razorpay event is answered, the event stored and the act committed. */
export async function run(): Promise<BenchmarkRow[]> {
  const stack = await startStack({
    app: false,
    seed: 'reference',
    schedule: false,
    env: { RAZORPAY_WEBHOOK_SECRETS: webhookSecret },
  });
  try {
    // Each event nudges the worker: loading it is not part of an answer.
    await stack.runScheduled();
    const times: number[] = [];
    for (let number = 0; number < events + 5; number += 1) {
      const took = await deliver(`${stack.apiUrl}/functions/v1/razorpay-webhook`, number);
      // The first ones load the function.
      if (number >= 5) times.push(took);
    }
    return [
      { name: 'webhook.answer_ms', value: median(times), unit: 'ms', goal: '≤ 500' },
      { name: 'webhook.answer_max_ms', value: Math.max(...times), unit: 'ms', goal: '≤ 500' },
    ];
  } finally {
    await stack.stop();
  }
}

async function deliver(url: string, number: number): Promise<number> {
  const id = `pay_${String(number).padStart(14, '0')}`;
  const entity = {
    id,
    entity: 'payment',
    amount: 100,
    currency: 'INR',
    status: 'captured',
    order_id: 'order_00000000000000',
    method: 'upi',
    captured: true,
  };
  const body = JSON.stringify({
    entity: 'event',
    account_id: 'acc_bench',
    event: 'payment.captured',
    contains: ['payment'],
    payload: { payment: { entity } },
    created_at: 1_775_000_000,
  });
  const began = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-razorpay-event-id': `evt_bench_${number}`,
      'x-razorpay-signature': createHmac('sha256', webhookSecret).update(body).digest('hex'),
    },
    body,
  });
  const took = performance.now() - began;
  if (!response.ok) throw new Error(`The webhook answered ${response.status}: ${await response.text()}`);
  return took;
}
