import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { projectDir, supabaseCli } from './supabase-cli.ts';

const migrationsDir = join(projectDir, 'supabase/migrations');

/** Applies what is new in supabase/migrations with the real CLI, as on a hosted project. Answers how many were new. */
export async function migrate(dbUrl: string): Promise<number> {
  const pending = await pendingMigrations(dbUrl);
  if (pending.length === 0) return 0;
  // Without --include-all the CLI refuses a file that sorts before the newest applied one.
  const { code, stdout, stderr } = await supabaseCli(['db', 'push', '--include-all', '--skip-vault'], dbUrl);
  if (code !== 0) throw new Error(`The migrations failed:\n${stderr.trim()}\n${stdout.trim()}`);
  return pending.length;
}

async function pendingMigrations(dbUrl: string): Promise<string[]> {
  const versions = existsSync(migrationsDir)
    ? readdirSync(migrationsDir).flatMap((name) => /^(\d+)_.*\.sql$/.exec(name)?.[1] ?? [])
    : [];
  return withClient(dbUrl, async (client) => {
    const {
      rows: [known],
    } = await client.query<{ table: string | null }>(
      `select to_regclass('supabase_migrations.schema_migrations')::text as table`,
    );
    if (!known?.table) return versions;
    const { rows } = await client.query<{ version: string }>(
      'select version from supabase_migrations.schema_migrations',
    );
    const applied = new Set(rows.map((row) => row.version));
    return versions.filter((version) => !applied.has(version));
  });
}

export type Seed = 'demo' | 'reference' | 'none';

/**
 * Runs the seed files as `postgres`, each once per database and in one transaction. `demo` stands on `reference`.
 * What has run is noted where `supabase db push --include-seed` notes it.
 */
export async function seed(dbUrl: string, which: Seed): Promise<void> {
  const names = { none: [], reference: ['reference'], demo: ['reference', 'demo'] }[which];
  const files = names.map((name) => `supabase/seeds/${name}.sql`).filter((path) => existsSync(join(projectDir, path)));
  if (files.length === 0) return;
  await withClient(dbUrl, async (client) => {
    await client.query('create schema if not exists supabase_migrations');
    await client.query(
      'create table if not exists supabase_migrations.seed_files (path text primary key, hash text not null)',
    );
    for (const path of files) {
      const { rowCount } = await client.query('select from supabase_migrations.seed_files where path = $1', [path]);
      if (rowCount) continue;
      const text = await readFile(join(projectDir, path), 'utf8');
      await client.query('begin');
      // demo.sql refuses to run where nobody says so: it holds accounts with a published password.
      if (which === 'demo') await client.query(`set local app.allow_demo = 'on'`);
      await client.query(text).catch((error: unknown) => {
        throw new Error(`${path} failed: ${describe(error)}`, { cause: error });
      });
      await client.query('insert into supabase_migrations.seed_files values ($1, $2)', [
        path,
        createHash('sha256').update(text).digest('hex'),
      ]);
      await client.query('commit');
    }
  });
}

function describe(error: unknown): string {
  if (!(error instanceof pg.DatabaseError)) return String(error);
  return [error.message, error.detail, error.where, error.position && `at character ${error.position}`]
    .filter(Boolean)
    .join(' · ');
}

async function withClient<T>(dbUrl: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: dbUrl });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
