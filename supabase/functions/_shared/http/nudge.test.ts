import { createServer } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { portOf } from '../testing/port-of.ts';
import { createNudgeWorker } from './nudge.ts';

afterEach(() => vi.unstubAllGlobals());

it('calls the worker with the secret key and has the runtime wait for it', async () => {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url} ${request.headers.apikey}`);
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const runtime = {
    waiting: new Array<Promise<unknown>>(),
    waitUntil(work: Promise<unknown>) {
      this.waiting.push(work);
    },
  };
  vi.stubGlobal('EdgeRuntime', runtime);
  createNudgeWorker(`http://127.0.0.1:${portOf(server)}`, 'sb_secret_test')();
  await Promise.all(runtime.waiting);
  expect(calls).toEqual(['POST /functions/v1/worker sb_secret_test']);
  server.close();
});

it('does not mind when nobody answers', async () => {
  const waiting: Promise<unknown>[] = [];
  vi.stubGlobal('EdgeRuntime', { waitUntil: (work: Promise<unknown>) => void waiting.push(work) });
  createNudgeWorker('http://127.0.0.1:1', 'sb_secret_test')();
  await expect(Promise.all(waiting)).resolves.toHaveLength(1);
});
