import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import type { BenchmarkRow } from './row.ts';
import { median } from './support/pgbench.ts';

/** Milliseconds to draw one certificate once the process is warm, names of four scripts in turn. */
export async function run(): Promise<BenchmarkRow[]> {
  const script = [
    'run',
    '-A',
    '--no-config',
    '--node-modules-dir=manual',
    '--no-remote',
    'bench/certificate/render-many.ts',
  ];
  const deno = spawnSync('deno', script, { encoding: 'utf8' });
  if (deno.status !== 0) throw new Error(`The certificates could not be drawn: ${deno.stderr.slice(-600)}`);
  const times = z.array(z.number()).min(1).parse(JSON.parse(deno.stdout));
  return [{ name: 'certificate.pdf_ms', value: median(times), unit: 'ms', goal: '≤ 60' }];
}
