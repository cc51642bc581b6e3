import { fillConsole, personId, staff } from './admin/fill-console.ts';
import { listQuestions, overviewQuestions } from './admin/list-questions.ts';
import type { BenchmarkRow } from './row.ts';
import { asPerson } from './support/as-person.ts';
import { startBenchDatabase } from './support/bench-database.ts';
import { runPgbench } from './support/pgbench.ts';

const rounds = 3;
const seconds = 1;

/**
 * The lists and the overview of the console as staff ask for them, at a million rows each, with everything that the database does
 * for a request. The least of some rounds counts: what else the machine does can only add to a time. Of several filters the slowest.
 */
export async function run(): Promise<BenchmarkRow[]> {
  const database = await startBenchDatabase();
  try {
    await database.fill(fillConsole());
    // As autovacuum leaves tables behind.
    await database.fill('vacuum analyze');
    const measure = (query: string) =>
      Math.min(
        ...Array.from(
          { length: rounds },
          () =>
            runPgbench(database.apiUrl, asPerson('authenticated', personId(staff), query), { seconds }).milliseconds,
        ),
      );
    const row = (name: string, value: number, goal: string): BenchmarkRow => ({ name, value, unit: 'ms', goal });
    return [
      ...Object.entries(listQuestions).flatMap(([list, { first, middle, filtered }]) => [
        row(`admin.${list}.first_ms`, measure(first), '≤ 100'),
        row(`admin.${list}.middle_ms`, measure(middle), '≤ 100'),
        row(`admin.${list}.filtered_ms`, Math.max(...filtered.map(measure)), '≤ 100'),
      ]),
      ...Object.entries(overviewQuestions).map(([name, query]) =>
        row(`admin.${name}`, measure(query), 'shown for comparison'),
      ),
    ];
  } finally {
    await database.stop();
  }
}
