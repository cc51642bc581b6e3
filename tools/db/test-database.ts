import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { migrate, seed, type Seed } from './migrate.ts';
import { startPostgres } from './postgres.ts';
import { prepareCluster, roleUrl } from './cluster.ts';

export interface TestDatabase {
  /** As `postgres`, the role that migrations run as. */
  url: string;
  name: string;
  drop(): Promise<void>;
}

export interface TestServer {
  /** A fresh copy of the migrated and seeded database; takes a few tens of milliseconds. */
  cloneDatabase(name?: string): Promise<TestDatabase>;
  stop(): Promise<void>;
}

/** A throw-away Postgres whose `postgres` database is migrated and seeded once, to be cloned for each test file. */
export async function startTestDatabase(options: { seed?: Seed; port?: number } = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ai-ready-db-'));
  await chmod(folder, 0o755);
  const server = await startPostgres({
    dataDir: join(folder, 'db'),
    port: options.port ?? (await freePort()),
    disposable: true,
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await prepareCluster(server);
    await migrate(roleUrl(server, 'postgres'));
    await seed(roleUrl(server, 'postgres'), options.seed ?? 'reference');
  } catch (error) {
    await stop();
    throw error;
  }

  let clones = 0;
  const maintain = async (statement: string) => {
    const client = new pg.Client({ connectionString: server.superuserUrl('template1') });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  let queue = Promise.resolve();
  // Postgres copies one template at a time.
  const inTurn = (statement: string) => (queue = queue.catch(() => undefined).then(() => maintain(statement)));

  return {
    async cloneDatabase(name = `test_${process.pid}_${(clones += 1)}`) {
      const quoted = pg.escapeIdentifier(name);
      await inTurn(`create database ${quoted} template postgres owner postgres`);
      return {
        url: roleUrl(server, 'postgres', name),
        name,
        drop: () => inTurn(`drop database if exists ${quoted} with (force)`),
      };
    },
    stop,
  };
}
