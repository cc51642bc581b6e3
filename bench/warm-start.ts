import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPortFree } from '../tools/db/free-port.ts';
import { freePorts } from './support/free-ports.ts';
import type { BenchmarkRow } from './row.ts';

const limitMs = 180_000;
const portCount = 8;

/** Seconds from `npm start` to an app page that answers, with data that is there already; the first start makes the data. */
export async function run(): Promise<BenchmarkRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'warm-start-'));
  const portBase = await freePorts(portCount);
  try {
    await startOnce(folder, portBase);
    const warm = await startOnce(folder, portBase);
    return [{ name: 'start.warm_s', value: warm, unit: 's', goal: '≤ 10' }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string, portBase: number): Promise<number> {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    stdio: 'ignore',
    env: { ...process.env, PORT_BASE: String(portBase), STACK_DATA: folder },
  });
  const ended = once(child, 'exit');
  try {
    await untilServed(`http://127.0.0.1:${portBase}/`, `http://127.0.0.1:${portBase + 1}/rest/v1/tracks?select=id`);
    return (performance.now() - began) / 1000;
  } finally {
    child.kill('SIGTERM');
    await ended;
    // npm ends before the stack below it does, and a server that still answers is not a start.
    await untilFree(portBase);
  }
}

async function untilFree(portBase: number): Promise<void> {
  const deadline = Date.now() + limitMs;
  for (let port = portBase; port < portBase + portCount; port += 1) {
    while (!(await isPortFree(port))) {
      if (Date.now() > deadline) throw new Error(`Port ${port} was not freed in time.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Both the page and the API behind it; a 401 of the API is an answer too, since this asks without a key. */
async function untilServed(...urls: string[]): Promise<void> {
  const deadline = Date.now() + limitMs;
  for (const url of urls) {
    while (!(await answers(url))) {
      if (Date.now() > deadline) throw new Error(`${url} did not answer in time.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return status < 500;
  } catch {
    return false;
  }
}
