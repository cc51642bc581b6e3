import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { isAlive, isProcessOf, stopProcess, tailOf } from './process.ts';
import { placeForPostgres } from './postgres-place.ts';

const SUPERUSER = 'supabase_admin';

export interface PostgresOptions {
  /** Folder that keeps the cluster, its log and its password. */
  dataDir: string;
  port: number;
  /** Data may be lost when the machine stops: no fsync, for throw-away databases. */
  disposable?: boolean;
}

export interface Postgres {
  port: number;
  pid: number;
  logFile: string;
  superuserUrl(database?: string): string;
  /** Settles when the server has ended, asked to or not. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  stop(): Promise<void>;
}

/** Starts Postgres on 127.0.0.1, creating the cluster on first use and clearing away what a crash left. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const place = await placeForPostgres(options.dataDir);
  const cluster = join(place.dataDir, 'cluster');
  const logFile = join(place.dataDir, 'postgres.log');
  const asUser = place.owner ? { uid: place.owner.uid, gid: place.owner.gid } : {};
  mkdirSync(place.dataDir, { recursive: true });
  if (place.owner) chownSync(place.dataDir, place.owner.uid, place.owner.gid);
  const password = superuserPassword(place.dataDir);

  await endOrphan(cluster);
  if (!existsSync(join(cluster, 'PG_VERSION')) || !existsSync(join(place.dataDir, 'initialised'))) {
    rmSync(cluster, { recursive: true, force: true });
    await initialise(place.initdb, cluster, place.dataDir, password, asUser);
    writeFileSync(join(place.dataDir, 'initialised'), '');
  }

  for (let attempt = 1; ; attempt += 1) {
    const server = launch(place.postgres, cluster, logFile, options, asUser);
    const ready = await waitUntilReady(server, options.port, password);
    if (ready === 'ready') {
      const { child, exited } = server;
      return {
        port: options.port,
        pid: child.pid ?? 0,
        logFile,
        superuserUrl: (database = 'postgres') => connectionUrl(SUPERUSER, password, options.port, database),
        exited,
        stop: () => stopProcess(child, { first: 'SIGINT', graceMs: 8000 }),
      };
    }
    await stopProcess(server.child, { first: 'SIGINT', graceMs: 3000 });
    // After kill -9 the old backends need a moment to notice that their postmaster is gone.
    if (attempt === 10 || !/still in use|lock file/.test(tailOf(logFile, 12))) {
      throw new Error(`Postgres did not start (${ready}). End of ${logFile}:\n${tailOf(logFile, 20)}`);
    }
    await delay(500);
  }
}

export function connectionUrl(user: string, password: string, port: number, database = 'postgres'): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

function superuserPassword(dataDir: string): string {
  const file = join(dataDir, 'superuser-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

async function initialise(
  initdb: string,
  cluster: string,
  dataDir: string,
  password: string,
  asUser: object,
): Promise<void> {
  const passwordFile = join(dataDir, 'initdb-password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if ('uid' in asUser && 'gid' in asUser) chownSync(passwordFile, Number(asUser.uid), Number(asUser.gid));
  const args = [
    `--pgdata=${cluster}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The built-in provider gives the same C.UTF-8 on every operating system.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
  let output = '';
  const child = spawn(initdb, args, {
    ...asUser,
    cwd: dataDir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment(),
  });
  child.stdout.on('data', (chunk: Buffer) => (output += chunk));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Error(`initdb failed (${code}):\n${output.trim()}`);
}

function launch(binary: string, cluster: string, logFile: string, options: PostgresOptions, asUser: object) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    // SQL text may hold personal data; it stays out of the log.
    log_min_error_statement: 'panic',
    ...(options.disposable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const args = [
    '-D',
    cluster,
    '-p',
    String(options.port),
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
  const log = openSync(logFile, 'a', 0o600);
  // A process group of its own: Ctrl-C must reach the stack first, which then stops things in order.
  const child = spawn(binary, args, {
    ...asUser,
    cwd: cluster,
    detached: true,
    stdio: ['ignore', log, log],
    env: cleanEnvironment(),
  });
  closeSync(log);
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('error', () => resolve({ code: null, signal: null }));
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  return { child, exited };
}

async function waitUntilReady(server: ReturnType<typeof launch>, port: number, password: string): Promise<string> {
  let ended = false;
  void server.exited.then(() => (ended = true));
  for (const started = Date.now(); Date.now() - started < 60_000;) {
    if (ended) return 'it ended at once';
    const client = new pg.Client({
      connectionString: connectionUrl(SUPERUSER, password, port, 'template1'),
      connectionTimeoutMillis: 2000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return 'ready';
    } catch (error) {
      // Wrong password means that another Postgres answers on this port.
      if (error instanceof pg.DatabaseError && error.code === '28P01') return 'another Postgres answers on this port';
      await delay(25);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return 'it was not ready within 60 s';
}

/** Ends a server that a killed stack left running on this data. */
export async function endOrphanPostgres(dataDir: string): Promise<void> {
  await endOrphan(join((await placeForPostgres(dataDir)).dataDir, 'cluster'));
}

async function endOrphan(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (Number.isInteger(pid) && pid > 1 && isAlive(pid) && isProcessOf(pid, cluster)) {
    await stopProcess(pid, { first: 'SIGINT', graceMs: 5000 });
  }
  // The pid may by now belong to a stranger, which would keep Postgres from starting.
  rmSync(file, { force: true });
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([key]) => !key.startsWith('PG') && !key.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}
