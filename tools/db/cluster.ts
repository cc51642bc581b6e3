import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { connectionUrl, type Postgres } from './postgres.ts';

export type LoginRole = 'postgres' | 'authenticator' | 'stack_rest' | 'supabase_auth_admin' | 'supabase_storage_admin';

const parts = ['roles', 'schemas', 'auth', 'storage'];

/** Makes a new cluster look like a hosted Supabase project before its first migration. Does nothing the second time. */
export async function prepareCluster(server: Postgres): Promise<void> {
  const client = new pg.Client({ connectionString: server.superuserUrl() });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from pg_namespace where nspname = 'storage'`);
    if (rowCount) return;
    const password = client.escapeLiteral(passwordOf(server));
    const texts = await Promise.all(
      parts.map((part) => readFile(new URL(`./cluster/${part}.sql`, import.meta.url), 'utf8')),
    );
    await client.query('begin');
    for (const text of texts) await client.query(text.replaceAll(':password', password));
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Every login role of a local cluster has the cluster's one generated password. */
export function roleUrl(server: Postgres, role: LoginRole, database = 'postgres'): string {
  return connectionUrl(role, passwordOf(server), server.port, database);
}

function passwordOf(server: Postgres): string {
  return decodeURIComponent(new URL(server.superuserUrl()).password);
}
