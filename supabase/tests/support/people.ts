import pg from 'pg';
import type { Row } from './database.ts';

export type Role = 'anon' | 'authenticated' | 'service_role';

export interface Person {
  /** Absent for a visitor. */
  userId?: string;
  role?: Role;
}

export interface Session {
  rows(sql: string, values?: unknown[]): Promise<Row[]>;
  /** The first column of the first row. */
  value(sql: string, values?: unknown[]): Promise<unknown>;
  /** How many rows a statement touched. */
  count(sql: string, values?: unknown[]): Promise<number>;
  /** Runs what must fail, and goes on afterwards; answers the error's code and message. */
  refusal(sql: string, values?: unknown[]): Promise<{ code: string | undefined; message: string }>;
}

/**
 * Runs statements as the API would run them for this person: the role set, the claims set, in one transaction.
 * Everything is rolled back unless `keep` is true.
 */
export async function asPerson<T>(
  client: pg.Client,
  person: Person,
  run: (session: Session) => Promise<T>,
  options: { keep?: boolean } = {},
): Promise<T> {
  const role = person.role ?? (person.userId ? 'authenticated' : 'anon');
  const claims = { role, ...(person.userId ? { sub: person.userId } : {}) };
  await client.query('begin');
  try {
    await client.query("select set_config('request.jwt.claims', $1, true)", [JSON.stringify(claims)]);
    await client.query(`set local role ${role}`);
    const result = await run(sessionOn(client));
    await client.query(options.keep ? 'commit' : 'rollback');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function sessionOn(client: pg.Client): Session {
  const session: Session = {
    rows: async (sql, values) => (await client.query<Row>(sql, values)).rows,
    value: async (sql, values) => {
      const [first] = await session.rows(sql, values);
      return first ? Object.values(first)[0] : undefined;
    },
    count: async (sql, values) => (await client.query(sql, values)).rowCount ?? 0,
    refusal: async (sql, values) => {
      await client.query('savepoint before_refusal');
      try {
        await client.query(sql, values);
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        await client.query('rollback to savepoint before_refusal');
        return { code: error.code, message: error.message };
      }
      throw new Error(`This was to be refused and was not: ${sql}`);
    },
  };
  return session;
}
