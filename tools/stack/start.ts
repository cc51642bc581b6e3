import { projectDir } from '../db/supabase-cli.ts';
import { join } from 'node:path';
import { startStack, type Stack } from './stack.ts';

/** `npm start`, and with `--no-app` `npm run stack`. */
const withApp = !process.argv.includes('--no-app');
const portBase = Number(process.env.PORT_BASE ?? 4300);
const dataDir = process.env.STACK_DATA ?? join(projectDir, '.stack');
if (!Number.isInteger(portBase) || portBase < 1024 || portBase > 65_500)
  fail('PORT_BASE must be a whole number from 1024 to 65500.');

let stack: Stack | null = null;
let ending = false;

const end = async (code: number) => {
  if (ending) return;
  ending = true;
  // A signal during the start takes effect as soon as there is something to stop.
  await starting.catch(() => null);
  await stack?.stop();
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

console.log('Starting the local stack …');
const began = performance.now();
const starting = startStack({ portBase, dataDir, app: withApp, seed: 'demo', schedule: true, watch: true });
try {
  stack = await starting;
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
if (!ending) {
  printSummary(stack, (performance.now() - began) / 1000);
  const report = await stack.died;
  if (!ending) console.error(`\n${report}`);
  await end(1);
}

function printSummary(running: Stack, seconds: number): void {
  const rows = [
    ...(withApp ? [['App', running.appUrl]] : []),
    ['API', running.apiUrl],
    ['Mailbox', running.mailboxUrl],
    ['Database', running.dbUrl],
    [
      'Sandboxes',
      `Razorpay ${running.sandboxes.razorpay}   Talview ${running.sandboxes.talview}   Credly ${running.sandboxes.credly}`,
    ],
    ['Data', dataDir],
  ];
  console.log(`\nReady after ${seconds.toFixed(1)} s\n`);
  for (const [name, value] of rows) console.log(`  ${(name ?? '').padEnd(10)} ${value}`);
  console.log('\n  Demo accounts');
  for (const { email, password, kind } of running.accounts)
    console.log(`  ${kind.padEnd(12)} ${email.padEnd(22)} ${password}`);
  console.log('\nCtrl-C stops everything; the data stays.\n');
}

function fail(message: string): never {
  console.error(`\n${message}\n`);
  process.exit(1);
}
