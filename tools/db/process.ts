import { execFileSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return !isZombie(pid);
}

function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/\(.*\)/, ''));
  } catch {
    return false;
  }
}

/** Whether the command line of a process names `mark`, so that a reused pid is never mistaken for ours. */
export function isProcessOf(pid: number, mark: string): boolean {
  try {
    const command = existsSync('/proc/self/cmdline')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-ww', '-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
    return command.includes(mark);
  } catch {
    return false;
  }
}

/** Asks a process to end, then insists. */
export async function stopProcess(
  target: ChildProcess | number,
  options: { first?: NodeJS.Signals; graceMs?: number } = {},
): Promise<void> {
  const pid = typeof target === 'number' ? target : target.pid;
  if (pid === undefined) return;
  const running = () =>
    typeof target === 'number' ? isAlive(pid) : target.exitCode === null && target.signalCode === null && isAlive(pid);
  for (const [signal, waitMs] of [
    [options.first ?? 'SIGTERM', options.graceMs ?? 4000],
    ['SIGKILL', 3000],
  ] as const) {
    if (!running()) return;
    send(pid, signal);
    for (const started = Date.now(); running() && Date.now() - started < waitMs;) await delay(15);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between.
  }
}

/** The last lines of a log file, to show why a child ended. */
export function tailOf(file: string, lines: number): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}
