import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isAlive, isProcessOf } from '../db/process.ts';

/** Two stacks on one data folder would take each other's Postgres for an orphan. */
export function lockDataDir(dataDir: string): () => void {
  const file = join(dataDir, 'stack.pid');
  if (existsSync(file)) {
    const [pid, script = ''] = readFileSync(file, 'utf8').split('\n');
    if (Number(pid) !== process.pid && script && isAlive(Number(pid)) && isProcessOf(Number(pid), script)) {
      throw new Error(
        `A stack already runs on ${dataDir} (process ${pid}). Stop it, or use other data: STACK_DATA=.stack-2 PORT_BASE=5300 npm start`,
      );
    }
  }
  writeFileSync(file, `${process.pid}\n${basename(process.argv[1] ?? 'node')}`);
  return () => rmSync(file, { force: true });
}
