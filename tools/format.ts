import { spawnSync } from 'node:child_process';

/** `npm run format` writes the whole tree in one style; `-- --check` only says which files differ. */
const mode = process.argv.includes('--check') ? '--check' : '--write';
const run = spawnSync('prettier', [mode, '--log-level', 'warn', '.'], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;
