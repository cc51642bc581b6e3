import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** A tiny tree that breaks each rule once: rule, the file that breaks it, what it imports. */
const broken: [rule: string, file: string, target: string][] = [
  ['no-cycles', 'src/lib/cycle-a.ts', 'src/lib/cycle-b.ts'],
  ['lib-knows-nothing-above', 'src/lib/above.ts', 'src/components/button.ts'],
  ['components-fetch-nothing', 'src/components/fetching.ts', 'src/entities/track.ts'],
  ['entities-know-no-feature', 'src/entities/bold.ts', 'src/features/exam/page.ts'],
  ['features-know-no-app', 'src/features/exam/shell.ts', 'src/app/main.ts'],
  ['features-are-strangers', 'src/features/exam/peek.ts', 'src/features/payments/pay.ts'],
  ['admin-parts-are-strangers', 'src/features/admin/users/peek.ts', 'src/features/admin/leads/board.ts'],
  ['test-helpers-only-in-tests', 'src/features/exam/helped.ts', 'src/testing/render.ts'],
  ['supabase-js-only-in-lib', 'src/features/exam/direct.ts', 'node_modules/@supabase/supabase-js'],
  ['app-takes-only-contracts-from-functions', 'src/lib/greedy.ts', 'supabase/functions/_shared/http/env.ts'],
  ['functions-know-no-app', 'supabase/functions/worker/homesick.ts', 'src/lib/plain.ts'],
  ['handler-stays-home', 'supabase/functions/worker/handler.ts', 'supabase/functions/scheduled/handler.ts'],
  ['contracts-are-zod-only', 'supabase/functions/_shared/contracts/fat.ts', 'supabase/functions/_shared/http/env.ts'],
];

const allowed: [file: string, target: string][] = [
  ['src/components/plain-button.ts', 'src/lib/plain.ts'],
  ['src/entities/track.ts', 'src/components/button.ts'],
  ['src/features/exam/page.ts', 'src/entities/track.ts'],
  ['src/app/main.ts', 'src/features/payments/pay.ts'],
  ['src/features/exam/page.test.ts', 'src/testing/render.ts'],
  ['src/lib/supabase/client.ts', 'node_modules/@supabase/supabase-js'],
  ['src/features/exam/contract.ts', 'supabase/functions/_shared/contracts/order.ts'],
  ['supabase/functions/scheduled/handler.ts', 'supabase/functions/_shared/http/env.ts'],
];

type Report = { summary: { violations: { from: string; rule: { name: string } }[] } };
let root: string;
let violations: string[];

function write(file: string, text: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

const importOf = (file: string, target: string) =>
  target.startsWith('node_modules/')
    ? `import '${target.slice('node_modules/'.length)}';\n`
    : `import '${'../'.repeat(file.split('/').length - 1)}${target}';\n`;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'import-rules-'));
  const edges = [...broken.map(([, file, target]) => [file, target] as const), ...allowed];
  for (const target of edges.map(([, target]) => target)) {
    if (!target.startsWith('node_modules/')) write(target, 'export {};\n');
  }
  for (const [file, target] of edges) write(file, importOf(file, target));
  write('src/lib/cycle-b.ts', "import './cycle-a.ts';\n");
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  write(
    'tsconfig.json',
    '{ "compilerOptions": { "module": "ESNext", "allowImportingTsExtensions": true, "noEmit": true } }',
  );
  const bin = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(project, '.dependency-cruiser.mjs');
  const { stdout } = await run(
    process.execPath,
    [bin, 'src', 'supabase', '--config', config, '--output-type', 'json'],
    {
      cwd: root,
      maxBuffer: 32 * 1024 * 1024,
    },
  ).catch((failure: { stdout: string }) => failure);
  const report: Report = JSON.parse(stdout);
  violations = report.summary.violations.map(({ from, rule }) => `${rule.name} ${from}`);
}, 60_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(broken)('%s is broken by %s', (rule, file) => {
    expect(violations).toContain(`${rule} ${file}`);
  });

  it.each(allowed)('%s may import %s', (file) => {
    expect(violations.filter((each) => each.endsWith(` ${file}`))).toEqual([]);
  });
});
