import { fillTables, personId } from './rls/fill-tables.ts';
import { listQueries, type ListQuery } from './rls/list-queries.ts';
import type { BenchmarkRow } from './row.ts';
import { asPerson } from './support/as-person.ts';
import { startBenchDatabase, type BenchDatabase } from './support/bench-database.ts';
import { runPgbench } from './support/pgbench.ts';

const rounds = 6;
const seconds = 1;

function measure(database: BenchDatabase, query: ListQuery, who: 'asked' | 'owned'): number {
  // The owner's transaction has the same steps; only whom it asks as differs.
  const script =
    who === 'asked'
      ? asPerson('authenticated', personId(query.person), query.asked)
      : asPerson('postgres', personId(query.person), query.owned);
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
