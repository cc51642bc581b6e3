import { readFileSync, writeFileSync } from 'node:fs';

/** Lets Linux forget the most memory that a process held so far. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** The most memory that a process held since, in megabytes (resident, by Linux's own account). */
export function peakMegabytes(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (!kilobytes) throw new Error(`Process ${pid} tells no peak`);
  return Number(kilobytes) / 1024;
}
