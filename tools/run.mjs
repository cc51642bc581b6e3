// Runs a script of this project with the Node that the project brings. Plain JavaScript: any Node from 20.19 starts it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';
const [script, ...args] = process.argv.slice(2);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or later is needed to begin; this is ${process.versions.node}.`);
  process.exit(1);
}
if (!script) {
  console.error('Usage: node tools/run.mjs <script> [arguments]');
  process.exit(1);
}

if (isStale()) install();

const node = windows ? join(root, 'node_modules', 'node', 'bin', 'node.exe') : join(bin, 'node');
const child = spawn(existsSync(node) ? node : process.execPath, [join(root, script), ...args], {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
});
// Ctrl-C in a terminal reaches the child by itself; the child decides when all is stopped.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));

// npm's shell may be ended without passing the signal on; then nobody is left to ask us to stop.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 1000).unref();
}

/** npm writes this file last, so its age is the age of a complete installation. */
function isStale() {
  const mark = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  return !existsSync(mark) || (existsSync(lock) && statSync(lock).mtimeMs > statSync(mark).mtimeMs + 1000);
}

function install() {
  console.log('Installing dependencies …');
  // `npm ci` wants the lock to name the packages of every platform, which not every registry offers at once.
  if (npm(['ci', '--loglevel=silent']) === 0) return;
  const status = npm(['install', '--no-save', '--loglevel=error']);
  if (status === 0) return;
  console.error('Installing the dependencies failed; see above.');
  process.exit(status);
}

function npm(args) {
  const path = process.env.npm_execpath;
  const all = [...args, '--no-audit', '--no-fund'];
  const [command, commandArgs] = path?.endsWith('.js') ? [process.execPath, [path, ...all]] : ['npm', all];
  const result = spawnSync(command, commandArgs, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows && command === 'npm',
  });
  return result.status ?? 1;
}
