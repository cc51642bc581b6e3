import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { prepareCluster, roleUrl } from '../../tools/db/cluster.ts';
import { freePort } from '../../tools/db/free-port.ts';
import { migrate, seed } from '../../tools/db/migrate.ts';
import { startPostgres } from '../../tools/db/postgres.ts';

export type BenchDatabase = {
  /** As `postgres`, the role that owns the tables. */
  ownerUrl: string;
  /** As `authenticator`, the role that PostgREST logs in as. */
  apiUrl: string;
  /** Runs SQL as the superuser, without triggers and foreign keys: for filling tables quickly. */
  fill(sql: string): Promise<void>;
  stop(): Promise<void>;
};

/** A throw-away, migrated Postgres for a benchmark, with reference data only. Where writes are measured it must be `durable`: each commit reaches the disk. */
export async function startBenchDatabase({ durable = false } = {}): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-db-'));
  await chmod(folder, 0o755);
  const server = await startPostgres({ dataDir: join(folder, 'db'), port: await freePort(), disposable: !durable });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await prepareCluster(server);
    await migrate(roleUrl(server, 'postgres'));
    await seed(roleUrl(server, 'postgres'), 'reference');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ownerUrl: roleUrl(server, 'postgres'),
    apiUrl: roleUrl(server, 'authenticator'),
    async fill(sql) {
      const client = new pg.Client({ connectionString: server.superuserUrl() });
      await client.connect();
      try {
        await client.query('set session_replication_role = replica');
        await client.query(sql);
      } finally {
        await client.end();
      }
    },
    stop,
  };
}
