import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchmarkRow } from './row.ts';
import { suites } from './suites.ts';

/*
 * `npm run bench` prints every benchmark as a table.
 * `-- --only rls,js` runs the suites or rows whose names begin so; `-- --json FILE` also writes the rows as JSON.
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'string', default: 'bench-results.json' } },
});
const prefixes = values.only?.split(',').map((prefix) => prefix.trim());
const wanted = (name: string) =>
  !prefixes || prefixes.some((prefix) => name.startsWith(prefix) || prefix.startsWith(`${name}.`));

const chosen = suites.filter((suite) => wanted(suite.name));
if (chosen.length === 0) {
  process.stderr.write(
    `No benchmark begins with ${values.only ?? ''}. There are: ${suites.map((suite) => suite.name).join(', ')}\n`,
  );
  process.exit(2);
}

const rows: BenchmarkRow[] = [];
for (const suite of chosen) {
  process.stderr.write(`Running ${suite.name} …\n`);
  const { run } = await suite.load();
  rows.push(...(await run()).filter((row) => !prefixes || prefixes.some((prefix) => row.name.startsWith(prefix))));
}

const width = Math.max(...rows.map((row) => row.name.length));
for (const row of rows) {
  process.stdout.write(
    `${row.name.padEnd(width)}  ${format(row.value).padStart(12)} ${row.unit.padEnd(8)} goal ${row.goal}\n`,
  );
}
mkdirSync(dirname(values.json), { recursive: true });
writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
process.stdout.write(`\nWritten to ${values.json}\n`);

function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
