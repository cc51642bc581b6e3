import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routeSizes } from '../tools/bundle/route-sizes.ts';
import type { BenchmarkRow } from './row.ts';

/** Weight of each first screen of a fresh production build. */
export async function run(): Promise<BenchmarkRow[]> {
  const dist = mkdtempSync(join(tmpdir(), 'bundle-size-'));
  try {
    const env = {
      VITE_SUPABASE_URL: 'https://project.supabase.invalid',
      VITE_SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_bench',
      ...process.env,
    };
    const build = spawnSync('vite', ['build', '--outDir', dist, '--emptyOutDir', '--logLevel', 'error'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
    if (build.status !== 0) throw new Error('The app does not build.');
    return routeSizes(dist).map(({ route, kb, goalKb }) => ({
      name: `js.${route}.gzip_kb`,
      value: kb,
      unit: 'kB',
      goal: `≤ ${goalKb}`,
    }));
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}
