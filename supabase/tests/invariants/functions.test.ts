import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();

/** The only functions of ours that a visitor without an account may call. */
const openToVisitors = [
  'private.maintenance_notice',
  'private.track_outline',
  'private.verify_certificate',
  'public.maintenance_notice',
  'public.track_outline',
  'public.verify_certificate',
];

/** Functions of public and private that belong to no extension. */
const ours = `
  select n.nspname || '.' || p.proname as name, p.*, n.nspname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ('public', 'private') and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;

describe('every function', () => {
  it('is closed to visitors unless it is listed here', async () => {
    expect(
      await db.rows(`select name from (${ours}) f where has_function_privilege('anon', f.oid, 'execute') order by 1`),
    ).toEqual(openToVisitors.map((name) => ({ name })));
  });

  it('is granted to nobody by default', async () => {
    expect(
      await db.rows(
        `select name from (${ours}) f where f.proacl is null or exists (select 1 from aclexplode(f.proacl) a where a.grantee = 0)`,
      ),
    ).toEqual([]);
  });

  it('sets an empty search path', async () => {
    expect(
      await db.rows(`select name from (${ours}) f where not coalesce(f.proconfig @> array['search_path=""'], false)`),
    ).toEqual([]);
  });

  it('that the API offers to people runs with their own rights', async () => {
    expect(
      await db.rows(`
        select name from (${ours}) f
        where f.prosecdef and f.nspname = 'public'
          and (has_function_privilege('authenticated', f.oid, 'execute') or has_function_privilege('anon', f.oid, 'execute'))`),
    ).toEqual([]);
  });

  it('that the API offers to people says what it does', async () => {
    expect(
      await db.rows(`
        select name from (${ours}) f
        where f.nspname = 'public' and has_function_privilege('authenticated', f.oid, 'execute') and obj_description(f.oid, 'pg_proc') is null
        order by 1`),
    ).toEqual([]);
  });

  it('of the workers is closed to people', async () => {
    expect(
      await db.rows(
        `select name from (${ours}) f where f.proname like 'system\\_%' and (has_function_privilege('authenticated', f.oid, 'execute') or has_function_privilege('anon', f.oid, 'execute'))`,
      ),
    ).toEqual([]);
  });

  it('that people call takes neither a clock nor a person from them', async () => {
    expect(
      await db.rows(
        `select name from (${ours}) f where f.nspname = 'public' and has_function_privilege('authenticated', f.oid, 'execute') and f.proargnames && array['p_now', 'p_user_id']`,
      ),
    ).toEqual([]);
  });
});

describe('the private schema', () => {
  it('lets nobody but its owner read a table', async () => {
    expect(
      await db.rows(`
        select c.relname, r.role from pg_class c, unnest(array['anon', 'authenticated', 'service_role']) as r(role)
        where c.relnamespace = 'private'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
          and (case when c.relkind = 'S' then has_sequence_privilege(r.role, c.oid, 'usage,select,update')
            else has_any_column_privilege(r.role, c.oid, 'select,insert,update,references') end)`),
    ).toEqual([]);
  });

  it('lets nobody but its owner create in it', async () => {
    expect(
      await db.rows(
        `select role from unnest(array['anon', 'authenticated', 'service_role']) as r(role) where has_schema_privilege(role, 'private', 'create') or has_schema_privilege(role, 'public', 'create')`,
      ),
    ).toEqual([]);
  });
});
