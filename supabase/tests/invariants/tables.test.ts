import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();

/** What a visitor without an account may read. Anything else granted to anon is a mistake. */
const openToVisitors = ['app_settings', 'modules', 'track_modules', 'tracks'];
/** Columns of those tables that a visitor must not read. */
const paidColumns = ['body', 'video_path', 'pdf_path'];

describe('every table in public', () => {
  it('has row-level security', async () => {
    expect(
      await db.rows(
        `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`,
      ),
    ).toEqual([]);
  });

  it('has a policy, so that its grants mean something', async () => {
    expect(
      await db.rows(`
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and not exists (select 1 from pg_policy p where p.polrelid = c.oid)
          and (has_any_column_privilege('authenticated', c.oid, 'select') or has_any_column_privilege('anon', c.oid, 'select'))`),
    ).toEqual([]);
  });

  it('has a comment, as every view and every private table has', async () => {
    expect(
      await db.rows(`
        select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'private') and c.relkind in ('r', 'p', 'v', 'm') and obj_description(c.oid, 'pg_class') is null`),
    ).toEqual([]);
  });

  it('is closed to visitors unless it is listed here', async () => {
    expect(
      await db.rows(`
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
          and (has_any_column_privilege('anon', c.oid, 'select,insert,update,references')
            or has_table_privilege('anon', c.oid, 'delete,truncate,trigger'))
        order by 1`),
    ).toEqual(openToVisitors.map((relname) => ({ relname })));
  });

  it('takes no write from visitors', async () => {
    expect(
      await db.rows(`
        select c.relname from pg_class c
        where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'p', 'v', 'm')
          and (has_any_column_privilege('anon', c.oid, 'insert,update,references') or has_table_privilege('anon', c.oid, 'delete,truncate,trigger'))`),
    ).toEqual([]);
  });

  it('keeps paid material out of the columns that visitors read', async () => {
    expect(
      await db.rows(
        `select column_name from information_schema.column_privileges where grantee = 'anon' and table_name = 'modules' and column_name = any ($1)`,
        [paidColumns],
      ),
    ).toEqual([]);
    expect(await db.value(`select has_column_privilege('anon', 'public.modules', 'title', 'select')`)).toBe(true);
  });

  it('has views that run with the rights of the reader', async () => {
    expect(
      await db.rows(`
        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
          and not coalesce(reloptions @> array['security_invoker=true'], false)`),
    ).toEqual([]);
  });

  it('stores times with their zone and money as integers', async () => {
    expect(
      await db.rows(
        `select table_name, column_name from information_schema.columns where table_schema in ('public', 'private') and data_type = 'timestamp without time zone'`,
      ),
    ).toEqual([]);
    expect(
      await db.rows(`
        select table_name, column_name from information_schema.columns
        where table_schema = 'public' and column_name in ('price', 'total', 'discount', 'taxable', 'amount', 'addon_price', 'renewal_price')
          and data_type not in ('integer', 'bigint')`),
    ).toEqual([]);
  });
});

describe('policies', () => {
  it('are permissive, one for each table, command and role', async () => {
    expect(
      await db.rows(`
        select schemaname, tablename, cmd, role, count(*) from pg_policies, unnest(roles) as role
        where schemaname in ('public', 'storage', 'private') and permissive = 'PERMISSIVE'
        group by 1, 2, 3, 4 having count(*) > 1`),
    ).toEqual([]);
  });

  it('name one command and the roles they are for', async () => {
    expect(
      await db.rows(
        `select tablename, policyname from pg_policies where schemaname in ('public', 'storage') and (roles = '{public}' or cmd = 'ALL')`,
      ),
    ).toEqual([]);
  });

  it('ask who is signed in and what is permitted once, not for each row', async () => {
    // Postgres prints a wrapped call as ( SELECT private.helper(…) AS helper ); what is left after taking those out is unwrapped.
    const policies = await db.rows(
      `select tablename, policyname, concat(qual, ' ', with_check) as body from pg_policies where schemaname in ('public', 'storage')`,
    );
    const perRow = policies.filter(({ body }) =>
      /(auth|private)\.\w+\(/.test(String(body).replace(/SELECT (auth|private)\.\w+\(/g, '')),
    );
    expect(perRow.map(({ tablename, policyname }) => `${String(tablename)}: ${String(policyname)}`)).toEqual([]);
  });
});

describe('indexes', () => {
  it('exist for every foreign key', async () => {
    expect(
      await db.rows(`
        select c.conrelid::regclass::text as table_name, c.conname from pg_constraint c
        where c.contype = 'f' and c.connamespace in ('public'::regnamespace, 'private'::regnamespace)
          and not exists (
            select 1 from pg_index i
            where i.indrelid = c.conrelid and i.indisvalid
              and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
          )`),
    ).toEqual([]);
  });

  it('exist for every column that ties a row to a person or an institution', async () => {
    expect(
      await db.rows(`
        select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname in ('user_id', 'institution_id')
          and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum)`),
    ).toEqual([]);
  });
});
