import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { freePort, isPortFree } from '../db/free-port.ts';
import { isAlive } from '../db/process.ts';
import { childRunner, type Child } from './children.ts';
import { startReloading } from './reloading.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

/** A server that answers what its file said when it started, takes its time to end, and refuses to start on "broken". */
const program = `
  import { createServer } from 'node:http';
  import { readFileSync } from 'node:fs';
  const text = readFileSync(process.env.FILE, 'utf8');
  if (text === 'broken') throw new Error('cannot start on this');
  createServer((_, response) => response.end(text)).listen(Number(process.env.PORT), '127.0.0.1');
  process.on('SIGTERM', () => setTimeout(() => process.exit(0), 150));
  if (text === 'dies') setTimeout(() => process.exit(3), 300);
`;

async function begin() {
  const dataDir = mkdtempSync(join(tmpdir(), 'ai-ready-reloading-'));
  cleanups.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const folder = join(dataDir, 'watched');
  mkdirSync(folder);
  const file = join(folder, 'served.ts');
  const write = (text: string) => writeFileSync(file, text);
  write('one');
  writeFileSync(join(dataDir, 'server.mjs'), program);
  const port = await freePort();
  const runner = childRunner(dataDir);
  const reports: string[] = [];
  const started: Child[] = [];
  const start = async () => {
    const child = await runner.start({
      name: 'server',
      command: process.execPath,
      args: [join(dataDir, 'server.mjs')],
      env: { FILE: file, PORT: String(port) },
      readyUrl: `http://127.0.0.1:${port}/`,
    });
    started.push(child);
    return child;
  };
  const child = await startReloading({
    name: 'server',
    folder,
    start,
    report: (text) => reports.push(text),
    quietMs: 300,
  });
  cleanups.push(() => child.stop());
  const answer = async () => (await fetch(`http://127.0.0.1:${port}/`)).text();
  const answers = (text: string) =>
    vi.waitFor(async () => expect(await answer()).toBe(text), { timeout: 15_000, interval: 30 });
  const pid = () => Number(readFileSync(join(dataDir, 'pids/server'), 'utf8').split('\n')[0]);
  return { child, folder, write, answers, reports, started, port, pid };
}

test('a change starts the child anew on the same port, and a burst of changes does so once', async () => {
  const { write, answers, reports, started, folder } = await begin();
  for (const text of ['two', 'three', 'four']) write(text);
  writeFileSync(join(folder, 'served.test.ts'), 'a test is not served');
  await answers('four');
  write('five');
  await answers('five');
  // The answer is there a moment before the start is over.
  await vi.waitFor(() => expect(started).toHaveLength(3));
  expect(reports).toEqual([]);
});

test('changes while it restarts lead to one more restart, never to two at once', async () => {
  const { write, answers, reports, started, pid } = await begin();
  for (const text of ['two', 'three', 'four']) {
    const before = pid();
    write(text);
    // The old one is gone, the new one is not up: the next change comes in the middle.
    await vi.waitFor(() => expect(isAlive(before)).toBe(false), { timeout: 15_000, interval: 5 });
  }
  await answers('four');
  expect(started.length).toBeLessThanOrEqual(4);
  expect(reports).toEqual([]);
});

test('a reload that fails is reported, ends nothing, and is tried again at the next change', async () => {
  const { child, write, answers, reports } = await begin();
  const died = vi.fn<(how: string) => void>();
  void child.died.then(died);
  write('broken');
  await vi.waitFor(() => expect(reports.join('\n')).toContain('cannot start on this'), { timeout: 15_000 });
  expect(reports[0]).toContain('the next change tries again');
  write('mended');
  await answers('mended');
  write('dies');
  await vi.waitFor(() => expect(reports.at(-1)).toContain('exit code 3'), { timeout: 15_000 });
  write('mended again');
  await answers('mended again');
  expect(died).not.toHaveBeenCalled();
});

test('a port that is still held is waited for', async () => {
  const { write, answers, reports, port, pid } = await begin();
  process.kill(pid(), 'SIGKILL');
  await vi.waitFor(async () => expect(await isPortFree(port)).toBe(true));
  const stranger = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
  await once(stranger, 'listening');
  write('two');
  setTimeout(() => stranger.close(), 500);
  await answers('two');
  expect(reports).toEqual([]);
});

test('stopping in the middle of a restart leaves no process behind', async () => {
  const { child, write, port, pid } = await begin();
  const before = pid();
  write('two');
  await vi.waitFor(() => expect(isAlive(before)).toBe(false), { timeout: 15_000, interval: 5 });
  await child.stop();
  expect(await isPortFree(port)).toBe(true);
});
