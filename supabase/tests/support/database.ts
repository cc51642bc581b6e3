import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';

// Numbers beyond 2^53 do not occur here, and tests read better with numbers than with strings.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export type Row = Record<string, unknown>;

export interface Database {
  /** A connection as `postgres`, the owner, for building data and looking behind the policies. */
  readonly owner: pg.Client;
  /** One more connection as the owner, closed with the file: for what needs two at once. */
  connect(): Promise<pg.Client>;
  rows(sql: string, values?: unknown[]): Promise<Row[]>;
  /** The first column of the first row. */
  value(sql: string, values?: unknown[]): Promise<unknown>;
}

/** Gives the test file a database of its own, migrated and with the reference data. Call at the top level of the file. */
export function useDatabase(): Database {
  const clients: pg.Client[] = [];
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const templateUrl = inject('templateUrl');
  const ownUrl = new URL(templateUrl);
  ownUrl.pathname = `/${name}`;

  const connect = async () => {
    const client = new pg.Client({ connectionString: ownUrl.href });
    // The server ends connections when the database is dropped; that is no failure of a test.
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    return client;
  };

  let owner: pg.Client | undefined;
  const database: Database = {
    get owner() {
      if (!owner) throw new Error('The database is ready from beforeAll on.');
      return owner;
    },
    connect,
    async rows(sql, values) {
      return (await database.owner.query<Row>(sql, values)).rows;
    },
    async value(sql, values) {
      const [first] = await database.rows(sql, values);
      return first ? Object.values(first)[0] : undefined;
    },
  };

  beforeAll(async () => {
    await maintain(templateUrl, `create database ${name} template test_template`);
    owner = await connect();
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await maintain(templateUrl, `drop database if exists ${name} with (force)`);
  });
  return database;
}

async function maintain(templateUrl: string, statement: string) {
  // Not a session in the template itself: Postgres copies a database only while nobody is in it.
  const url = new URL(templateUrl);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    // Postgres copies one template at a time.
    await client.query('select pg_advisory_lock(4242)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
