import { fillTables, personId } from './rls/fill-tables.ts';
import { listQueries, type ListQuery } from './rls/list-queries.ts';
import type { BenchmarkRow } from './row.ts';
import { startBenchDatabase, type BenchDatabase } from './support/bench-database.ts';
import { runPgbench } from './support/pgbench.ts';

const rounds = 6;
const seconds = 1;

/** The transaction that PostgREST wraps around a request: role and claims for it alone, then the query. */
function transaction(role: string, person: number, query: string): string {
  const claims = JSON.stringify({ sub: personId(person), role });
  return `begin;\nselect set_config('role', '${role}', true), set_config('request.jwt.claims', '${claims}', true);\n${query};\ncommit;\n`;
}

function measure(database: BenchDatabase, query: ListQuery, who: 'asked' | 'owned'): number {
  // The owner's transaction has the same steps; only whom it asks as differs.
  const script =
    who === 'asked'
      ? transaction('authenticated', query.person, query.asked)
      : transaction('postgres', query.person, query.owned);
  return runPgbench(who === 'asked' ? database.apiUrl : database.ownerUrl, script, { seconds }).milliseconds;
}

/**
 * Each list query of the app under row-level security, against the same query by the owner (`ratio`),
 * and at a million rows against ten thousand (`growth`). They are measured in turn, and the least of each counts: what else
 * the machine does can only add to a time.
 */
export async function run(): Promise<BenchmarkRow[]> {
  const [large, small] = await Promise.all([startBenchDatabase(), startBenchDatabase()]);
  try {
    await small.fill(fillTables(10_000));
    await large.fill(fillTables(1_000_000));
    return listQueries.flatMap((query) => {
      const times = Array.from({ length: rounds }, () => ({
        asked: measure(large, query, 'asked'),
        owned: measure(large, query, 'owned'),
        askedSmall: measure(small, query, 'asked'),
      }));
      const least = (which: 'asked' | 'owned' | 'askedSmall') => Math.min(...times.map((time) => time[which]));
      return [
        { name: `rls.${query.name}.ratio`, value: least('asked') / least('owned'), unit: '×', goal: '≤ 1.5 (aim 1.2)' },
        { name: `rls.${query.name}.growth`, value: least('asked') / least('askedSmall'), unit: '×', goal: '≤ 1.3' },
        { name: `rls.${query.name}.ms`, value: least('asked'), unit: 'ms', goal: 'shown for comparison' },
      ];
    });
  } finally {
    await Promise.all([large.stop(), small.stop()]);
  }
}
