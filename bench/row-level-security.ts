import { fillTables, personId } from './rls/fill-tables.ts';
import { listQueries, type ListQuery } from './rls/list-queries.ts';
import type { BenchmarkRow } from './row.ts';
import { startBenchDatabase, type BenchDatabase } from './support/bench-database.ts';
import { median, runPgbench } from './support/pgbench.ts';

const rounds = 5;
const seconds = 1;

/** The transaction that PostgREST wraps around a request: role and claims for it alone, then the query. */
function transaction(role: string, person: number, query: string): string {
  const claims = JSON.stringify({ sub: personId(person), role });
  return `begin;\nselect set_config('role', '${role}', true), set_config('request.jwt.claims', '${claims}', true);\n${query};\ncommit;\n`;
}

function measure(database: BenchDatabase, query: ListQuery, who: 'asked' | 'owned'): number {
  // The owner's transaction has the same steps; only whom it asks as differs.
  const script = who === 'asked' ? transaction('authenticated', query.person, query.asked) : transaction('postgres', query.person, query.owned);
  return runPgbench(who === 'asked' ? database.apiUrl : database.ownerUrl, script, { seconds }).milliseconds;
}

/**
 * Each list query of the app under row-level security, against the same query by the owner (`ratio`),
 * and at a million rows against ten thousand (`growth`). The pairs are measured in turn, so that a busy moment meets both.
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
      return [
        { name: `rls.${query.name}.ratio`, value: median(times.map(({ asked, owned }) => asked / owned)), unit: '×', goal: '≤ 1.5 (aim 1.2)' },
        { name: `rls.${query.name}.growth`, value: median(times.map(({ asked, askedSmall }) => asked / askedSmall)), unit: '×', goal: '≤ 1.3' },
        { name: `rls.${query.name}.ms`, value: median(times.map(({ asked }) => asked)), unit: 'ms', goal: 'shown for comparison' },
      ];
    });
  } finally {
    await Promise.all([large.stop(), small.stop()]);
  }
}
