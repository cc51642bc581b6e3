import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();

/** The rows of the register in docs/security.md: which function, and the roles that may execute it. */
function register(): { name: string; who: string; why: string }[] {
  const text = readFileSync(new URL('../../../docs/security.md', import.meta.url), 'utf8');
  const section = /^## Definer register\n(.*?)(?=^## )/ms.exec(text)?.[1] ?? '';
  return section.split('\n').flatMap((line) => {
    const [, who = '', names = '', why = ''] = line.split('|').map((cell) => cell.trim());
    return [...names.matchAll(/`((?:public|private)\.\w+)`/g)].map(([, name = '']) => ({ name, who, why }));
  });
}

/** Overloads of a name share a line, and so must be granted alike. */
const definers = `
  select distinct n.nspname || '.' || p.proname as name,
    coalesce(nullif((select string_agg(r.role, ', ' order by r.role)
      from unnest(array['anon', 'authenticated', 'service_role']) as r(role)
      where has_function_privilege(r.role, p.oid, 'execute')), ''), 'nobody') as who
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prosecdef and n.nspname in ('public', 'private')
    and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by 1`;

it('every definer function is in docs/security.md with who may execute it, and nothing else is', async () => {
  const listed = register().map(({ name, who }) => `${name}: ${who}`);
  const existing = (await db.rows(definers)).map(({ name, who }) => `${String(name)}: ${String(who)}`);
  expect(listed.toSorted()).toEqual(existing.toSorted());
});

it('every definer function has a reason', () => {
  expect(register().filter(({ why }) => why.length < 10)).toEqual([]);
});
