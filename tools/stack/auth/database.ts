import pg from 'pg';

export type Queryable = Pick<pg.ClientBase, 'query'>;

export interface AuthDatabase {
  transaction<T>(run: (client: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function authDatabase(url: string): AuthDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // An idle connection that Postgres closes must not end the process.
  pool.on('error', () => undefined);
  return {
    async transaction(run) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const result = await run(client);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}
