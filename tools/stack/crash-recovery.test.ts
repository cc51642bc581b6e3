import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import pg from 'pg';
import { afterAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { isAlive } from '../db/process.ts';
import { processesOf, spawnStack } from './testing/spawn-stack.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ai-ready-crash-'));
const portBase = 28_000 + (process.pid % 300) * 10;
const infoSchema = z.object({
  apiUrl: z.string(),
  dbUrl: z.string(),
  mailboxUrl: z.string(),
  publishableKey: z.string(),
  sandboxes: z.object({ razorpay: z.string() }),
});
const info = () => infoSchema.parse(JSON.parse(readFileSync(join(dataDir, 'stack.json'), 'utf8')));
const running: ReturnType<typeof spawnStack>[] = [];

async function begin() {
  const stack = spawnStack(portBase, dataDir);
  running.push(stack);
  await stack.ready();
  return stack;
}

async function query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: info().dbUrl });
  await client.connect();
  return (await client.query<Row>(text).finally(() => client.end())).rows;
}

async function order(url: string, path: string, body: unknown) {
  const response = await fetch(`${url}/_control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBeLessThan(300);
}

async function receipts(): Promise<number> {
  const response = await fetch(`${info().mailboxUrl}/api/messages?to=ready@example.com`);
  const messages = z.array(z.object({ subject: z.string() })).parse(await response.json());
  return messages.filter(({ subject }) => subject.startsWith('Payment received')).length;
}

/** Opens an order as a learner and has it captured at Razorpay, with no browser that could confirm it. */
async function buyWithoutBrowser() {
  const { apiUrl, publishableKey, sandboxes } = info();
  const supabase = createClient(apiUrl, publishableKey, { auth: { persistSession: false } });
  await supabase.auth.signInWithPassword({ email: 'ready@example.com', password: 'Learn-AI-2026' });
  const { data, error } = await supabase.functions.invoke<{ razorpayOrderId: string }>('create-order', {
    body: {
      kind: 'enrolment',
      trackId: 'ai-practitioner',
      billing: { name: 'Meera Nair', address: '1 Main Road', state: '29' },
      requestKey: crypto.randomUUID(),
    },
  });
  expect(error).toBeNull();
  await order(sandboxes.razorpay, 'pay', { orderId: data?.razorpayOrderId, outcome: 'captured' });
}

afterAll(async () => {
  for (const stack of running) stack.kill('SIGTERM');
  await Promise.all(running.map((stack) => stack.ended));
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

test('a start after a crash finishes what a payment has begun, once', { timeout: 240_000 }, async () => {
  const stack = await begin();
  await order(info().mailboxUrl, 'faults', { mode: 'error500' });
  await buyWithoutBrowser();
  const waiting = `select 1 from private.outbox where kind = 'email.send' and payload ->> 'template' = 'payment_receipt' and attempts > 0`;
  await vi.waitFor(async () => expect(await query(waiting)).toHaveLength(1), { timeout: 60_000, interval: 200 });
  expect(await receipts()).toBe(0);

  const pids = processesOf(dataDir, ['api', 'sandboxes', 'functions']);
  stack.kill('SIGKILL');
  await stack.ended;
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 15_000, interval: 50 });

  await begin();
  await order(info().mailboxUrl, 'faults', { mode: 'none' });
  // As if the pause after the failed try, and the lease of the worker that died, had run out.
  await query('update private.outbox set next_attempt_at = now(), locked_until = least(locked_until, now())');
  await vi.waitFor(async () => expect(await receipts()).toBe(1), { timeout: 120_000, interval: 500 });
  const open = `select kind, status from private.outbox where status in ('pending', 'running')`;
  await vi.waitFor(async () => expect(await query(open)).toEqual([]), { timeout: 60_000, interval: 500 });
  expect(await receipts()).toBe(1);
  expect(
    await query(`select o.status, count(e.id)::int as enrolments, count(i.id)::int as invoices from public.orders o
      left join public.enrolments e on e.order_id = o.id left join public.invoices i on i.order_id = o.id
      where o.track_id = 'ai-practitioner' group by o.status`),
  ).toEqual([{ status: 'paid', enrolments: 1, invoices: 1 }]);
});
