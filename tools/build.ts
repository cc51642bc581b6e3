import { spawnSync } from 'node:child_process';
import { routeSizes } from './bundle/route-sizes.ts';
import { findSecrets } from './bundle/find-secrets.ts';

/*
 * Builds the app into `dist`. With `--check` it builds with stand-in addresses into a folder of its own
 * and refuses a bundle that holds a secret or is heavier than its ceiling.
 */
const check = process.argv.includes('--check');
const dist = check ? 'test-results/dist' : 'dist';
const standIns = {
  VITE_SUPABASE_URL: 'https://project.supabase.invalid',
  VITE_SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_check',
  VITE_RAZORPAY_KEY_ID: 'rzp_test_check',
  VITE_APP_URL: 'https://app.invalid',
};

const build = spawnSync('vite', ['build', '--outDir', dist, '--emptyOutDir', '--logLevel', 'warn'], {
  stdio: 'inherit',
  env: { ...(check ? standIns : {}), ...process.env },
});
if (build.status !== 0) process.exit(build.status ?? 1);

const leaks = findSecrets(dist);
for (const file of leaks) process.stderr.write(`A secret, or the name of one, is in ${file}\n`);

const sizes = routeSizes(dist);
for (const { route, kb, goalKb, ceilingKb } of sizes) {
  process.stdout.write(
    `${route.padEnd(10)} ${kb.toFixed(1).padStart(6)} kB, goal ${goalKb} kB${kb > ceilingKb ? `, over the ceiling of ${ceilingKb} kB` : ''}\n`,
  );
}
if (leaks.length > 0 || (check && sizes.some(({ kb, ceilingKb }) => kb > ceilingKb))) process.exit(1);
