import pg from 'pg';
import type { Caller } from '../api/callers.ts';
import { fromDatabase } from './errors.ts';

export type Queryable = Pick<pg.ClientBase, 'query'>;

/** Runs each statement as the caller, so that the policies on storage.objects decide, or as the storage service itself. */
export function storageDatabase(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on('error', () => undefined);

  const run = async <T>(
    prepare: (client: Queryable) => Promise<unknown>,
    work: (client: Queryable) => Promise<T>,
  ): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await prepare(client);
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw fromDatabase(error);
    } finally {
      client.release();
    }
  };

  return {
    as: <T>(caller: Caller, work: (client: Queryable) => Promise<T>) =>
      run(
        (client) =>
          client.query(`select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`, [
            caller.role,
            JSON.stringify(caller.claims),
          ]),
        work,
      ),
    asService: <T>(work: (client: Queryable) => Promise<T>) => run(async () => undefined, work),
    close: () => pool.end(),
  };
}

export type StorageDatabase = ReturnType<typeof storageDatabase>;
