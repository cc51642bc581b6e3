import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { isPortFree } from '../db/free-port.ts';
import { isAlive } from '../db/process.ts';
import { processesOf, spawnStack } from './testing/spawn-stack.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ai-ready-processes-'));
// Away from the default ports and from the range that the system hands out.
const base = 18_000 + (process.pid % 1000) * 10;
const infoSchema = z.object({
  apiUrl: z.string(),
  dbUrl: z.string(),
  secretKey: z.string(),
  publishableKey: z.string(),
  sandboxes: z.object({ razorpay: z.string() }),
});
const info = () => infoSchema.parse(JSON.parse(readFileSync(join(dataDir, 'stack.json'), 'utf8')));
const running: ReturnType<typeof spawnStack>[] = [];
const begin = (portBase = base, folder = dataDir) => {
  const stack = spawnStack(portBase, folder);
  running.push(stack);
  return stack;
};

async function query(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: info().dbUrl });
  await client.connect();
  return (await client.query(text).finally(() => client.end())).rows;
}

/** How many of the accounts that the README names are there. */
const accounts = async () =>
  (
    await query(
      `select from auth.users where email in ('learner@example.com', 'ready@example.com', 'manager@example.com', 'admin@example.com')`,
    )
  ).length;

const allGone = async (pids: number[]) => {
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 15_000, interval: 50 });
};
const parts = ['api', 'sandboxes', 'functions'];

afterAll(async () => {
  for (const stack of running) stack.kill('SIGTERM');
  await Promise.all(running.map((stack) => stack.ended));
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

describe('the processes of the stack', { timeout: 180_000 }, () => {
  test('the first start seeds; keys are private; functions answer through the API; SIGTERM ends every process', async () => {
    const stack = begin();
    await stack.ready();
    expect(stack.output()).toContain('learner@example.com');
    for (const file of ['stack.json', 'secrets.json']) expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
    const { apiUrl, secretKey, publishableKey } = info();
    const worker = (key: string) =>
      fetch(`${apiUrl}/functions/v1/worker`, { method: 'POST', headers: { apikey: key }, body: '{}' });
    expect((await worker(secretKey)).status).toBe(200);
    expect([401, 403]).toContain((await worker(publishableKey)).status);
    expect((await fetch(`${apiUrl}/functions/v1/no-such-function`, { method: 'POST' })).status).toBe(404);
    expect(await accounts()).toBe(4);
    await query('create table public.kept as select 1 as n');

    const pids = processesOf(dataDir, parts);
    stack.kill('SIGTERM');
    expect(await stack.ended).toBe(0);
    await allGone(pids);
    expect(await isPortFree(base + 2)).toBe(true);
  });

  test('after kill -9 the children end by themselves, and the next start recovers with data and keys', async () => {
    const keys = info();
    const stack = begin();
    await stack.ready();
    const pids = processesOf(dataDir, parts);
    stack.kill('SIGKILL');
    await stack.ended;
    await allGone(pids);
    // Postgres alone outlives its parent; it is found by its pid file.
    expect(existsSync(join(dataDir, 'db/cluster/postmaster.pid'))).toBe(true);

    const next = begin();
    await next.ready();
    expect(await query('select n from public.kept')).toEqual([{ n: 1 }]);
    expect(await accounts()).toBe(4);
    expect(info()).toEqual(keys);

    const second = begin(base + 1000);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('already runs');

    const elsewhere = mkdtempSync(join(tmpdir(), 'ai-ready-processes-'));
    const clash = begin(base, elsewhere);
    expect(await clash.ended).toBe(1);
    expect(clash.output()).toContain(`${base + 1} (the API)`);
    expect(clash.output()).toContain('PORT_BASE=');
    rmSync(elsewhere, { recursive: true, force: true });

    // A child that dies is named with the end of its log, and nothing is left half running.
    const [api = 0, ...others] = processesOf(dataDir, parts);
    process.kill(api, 'SIGKILL');
    expect(await next.ended).toBe(1);
    expect(next.output()).toMatch(/api ended \(SIGKILL\)\. End of .*api\.log/);
    await allGone(others);
    expect(await isPortFree(base + 2)).toBe(true);
  });

  test('a start after the database was killed recovers', async () => {
    const stack = begin();
    await stack.ready();
    process.kill(Number(readFileSync(join(dataDir, 'db/cluster/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    expect(await stack.ended).toBe(1);
    expect(stack.output()).toContain('Postgres ended');
    const next = begin();
    await next.ready();
    expect(await query('select n from public.kept')).toEqual([{ n: 1 }]);
    next.kill('SIGINT');
    expect(await next.ended).toBe(0);
  });

  test('one taken port is named with its part', async () => {
    const stranger = createServer().listen(base + 5, '127.0.0.1');
    await once(stranger, 'listening');
    const stack = begin();
    expect(await stack.ended).toBe(1);
    expect(stack.output()).toContain(`Taken: port ${base + 5} (the Talview sandbox).`);
    stranger.close();
  });
});
