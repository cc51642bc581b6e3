import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { portBecomesFree } from '../db/free-port.ts';
import { isAlive, isProcessOf, stopProcess, tailOf } from '../db/process.ts';
import { projectDir } from '../db/supabase-cli.ts';

export interface ChildOptions {
  name: string;
  command: string;
  args: string[];
  env: Record<string, string>;
  /** An address that answers once the child serves. */
  readyUrl: string;
  readyWithinMs?: number;
}

export interface Child {
  name: string;
  stop(): Promise<void>;
  /** Settles when the child ended without being asked to. */
  died: Promise<string>;
}

/** Starts the parts of the stack as processes of their own, with a log file each. */
export function childRunner(dataDir: string) {
  const logs = join(dataDir, 'logs');
  const pids = join(dataDir, 'pids');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  mkdirSync(pids, { recursive: true, mode: 0o700 });

  /** Ends what a killed stack left behind. Children watch for that themselves; this is for those that could not. */
  async function endOrphans(): Promise<void> {
    for (const file of readdirSync(pids)) {
      const [pid, mark = ''] = readFileSync(join(pids, file), 'utf8').split('\n');
      if (mark && isAlive(Number(pid)) && isProcessOf(Number(pid), mark)) await stopProcess(Number(pid));
      rmSync(join(pids, file), { force: true });
    }
  }

  async function start(options: ChildOptions): Promise<Child> {
    // A predecessor may hold the port for a moment after its end; and whoever else held it would answer in the child's place.
    const port = Number(new URL(options.readyUrl).port);
    if (!(await portBecomesFree(port, 10_000))) throw new Error(`${options.name} cannot start: port ${port} is taken.`);
    const logFile = join(logs, `${options.name}.log`);
    const log = openSync(logFile, 'w', 0o600);
    // The data folder on the command line tells our processes from others of the same kind.
    const mark = `--stack-data=${dataDir}`;
    const child = spawn(options.command, [...options.args, mark], {
      cwd: projectDir,
      env: { ...inherited(), ...options.env },
      stdio: ['pipe', log, log],
      detached: true,
    });
    closeSync(log);
    child.stdin?.on('error', () => undefined);
    const pidFile = join(pids, options.name);
    if (child.pid) writeFileSync(pidFile, `${child.pid}\n${mark}`);
    let asked = false;
    const ended = new Promise<string>((resolve) => {
      child.on('error', (error) => resolve(error.message));
      child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
    const describe = (how: string) => `${options.name} ended (${how}). End of ${logFile}:\n${tailOf(logFile, 25)}`;
    const died = new Promise<string>((resolve) => void ended.then((how) => asked || resolve(describe(how))));
    const stop = async () => {
      asked = true;
      child.stdin?.end();
      await stopProcess(child);
      endGroup(child);
      // A process whose last threads are still ending looks dead, and has its port.
      await Promise.race([ended, delay(2000, undefined, { ref: false })]);
      rmSync(pidFile, { force: true });
    };
    try {
      await Promise.race([
        answers(options.readyUrl, options.readyWithinMs ?? 60_000),
        ended.then((how) => Promise.reject(new Error(describe(how)))),
      ]);
    } catch (error) {
      await stop();
      throw error;
    }
    return { name: options.name, stop, died };
  }

  return { start, endOrphans };
}

async function answers(url: string, withinMs: number): Promise<void> {
  for (const started = Date.now(); Date.now() - started < withinMs; await delay(40)) {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
    await response?.body?.cancel();
    if (response && response.status < 500) return;
  }
  throw new Error(`${url} did not answer within ${withinMs / 1000} s`);
}

function endGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing is left of the group.
  }
}

/** Not the caller's own keys: the children get theirs by name. */
function inherited(): Record<string, string> {
  const unwanted = /^(PG|SUPABASE_|VITE_|RAZORPAY_|TALVIEW_|CREDLY_|SENDGRID_|EMAIL_|NODE_OPTIONS$|NODE_ENV$|VITEST)/;
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) =>
      value === undefined || unwanted.test(key) ? [] : [[key, value]],
    ),
  );
}
