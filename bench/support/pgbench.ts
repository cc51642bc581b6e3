import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const places = ['/usr/bin/pgbench', '/usr/lib/postgresql/15/bin/pgbench', '/usr/lib/postgresql/17/bin/pgbench'];

/** Where pgbench is; installs Debian's packages where it is missing. */
function findPgbench(): string {
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  const install = spawnSync('apt-get', ['install', '-y', '-q', 'postgresql-client-common', 'postgresql-15'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const installed = install.status === 0 ? places.find((place) => existsSync(place)) : undefined;
  if (!installed)
    throw new Error('pgbench is missing; install the package postgresql-15 (Debian) or any that brings pgbench.');
  return installed;
}

export type PgbenchResult = { milliseconds: number; perSecond: number };

/** Runs a script for some seconds and returns its mean latency and rate. Fails when any transaction failed. */
export function runPgbench(
  url: string,
  script: string,
  options: { seconds: number; clients?: number; variables?: Record<string, number> },
): PgbenchResult {
  const folder = mkdtempSync(join(tmpdir(), 'pgbench-'));
  const file = join(folder, 'script.sql');
  writeFileSync(file, script);
  const clients = String(options.clients ?? 1);
  const variables = Object.entries(options.variables ?? {}).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  try {
    const run = spawnSync(
      findPgbench(),
      [
        '-n',
        '-M',
        'prepared',
        '-f',
        file,
        '-T',
        String(options.seconds),
        '-c',
        clients,
        '-j',
        clients,
        ...variables,
        url,
      ],
      {
        encoding: 'utf8',
      },
    );
    const latency = /latency average = ([\d.]+) ms/.exec(run.stdout)?.[1];
    const rate = /tps = ([\d.]+)/.exec(run.stdout)?.[1];
    const failed = /number of failed transactions: (\d+)/.exec(run.stdout)?.[1] ?? '0';
    if (run.status !== 0 || !latency || !rate || failed !== '0')
      throw new Error(`pgbench failed: ${run.stderr.slice(-600)}`);
    return { milliseconds: Number(latency), perSecond: Number(rate) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('There is no median of nothing.');
  return middle;
}
