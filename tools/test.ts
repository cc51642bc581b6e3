import { mkdirSync, rmSync } from 'node:fs';
import { runStep, type Step, type StepResult } from './test/run-step.ts';
import { readPlaywrightReport, readVitestReport } from './test/reports.ts';

/*
 * `npm test`: every check there is, each on data and ports of its own.
 * `npm test -- unit` runs only the steps whose name begins so; `npm test -- --list` names them.
 */
const reports = 'test-results';
const vitestReport = `${reports}/vitest.json`;
const browserReport = `${reports}/browser.json`;

const steps: Step[] = [
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'lint', command: 'oxlint', args: ['--deny-warnings'] },
  { name: 'format', command: 'node', args: ['tools/format.ts', '--check'] },
  { name: 'imports', command: 'depcruise', args: ['--config', '.dependency-cruiser.mjs', 'src', 'supabase/functions'] },
  { name: 'dead-code', command: 'knip', args: [] },
  {
    name: 'unit',
    command: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    read: () => readVitestReport(vitestReport),
  },
  { name: 'advisors', command: 'node', args: ['tools/db/advisors.ts'] },
  { name: 'build', command: 'node', args: ['tools/build.ts', '--check'] },
  {
    name: 'browser',
    command: 'playwright',
    args: ['test'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
    read: () => readPlaywrightReport(browserReport),
  },
];

const wanted = process.argv.slice(2);
if (wanted.includes('--list')) {
  process.stdout.write(`${steps.map((step) => step.name).join('\n')}\n`);
  process.exit(0);
}
const chosen = steps.filter((step) => wanted.length === 0 || wanted.some((name) => step.name.startsWith(name)));
if (chosen.length === 0) {
  process.stderr.write(`No step is called ${wanted.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}\n`);
  process.exit(2);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const results: StepResult[] = [];
for (const step of chosen) {
  results.push(await runStep(step));
}

const total = (pick: (result: StepResult) => number) => results.reduce((sum, result) => sum + pick(result), 0);
process.stdout.write('\n');
for (const result of results) {
  const word = result.failed === 0 ? 'ok  ' : 'FAIL';
  process.stdout.write(
    `${word} ${result.name.padEnd(10)} ${result.seconds.toFixed(1).padStart(7)} s  ${result.passed} passed, ${result.failed} failed\n`,
  );
}
process.stdout.write(`\n${total((r) => r.passed)} passed, ${total((r) => r.failed)} failed\n`);
process.exitCode = total((r) => r.failed) === 0 ? 0 : 1;
