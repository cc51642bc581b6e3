import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { projectDir } from '../../db/supabase-cli.ts';

/** `npm run stack` in a process of its own, so that it can be killed. */
export function spawnStack(portBase: number, dataDir: string) {
  const child = spawn(process.execPath, [join(projectDir, 'tools/stack/start.ts'), '--no-app'], {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT_BASE: String(portBase), STACK_DATA: dataDir },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  return {
    output: () => output,
    ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Waits for the block that says that all is up. */
    async ready(): Promise<void> {
      for (const started = Date.now(); !output.includes('Ready after'); await delay(50)) {
        if (child.exitCode !== null || Date.now() - started > 90_000)
          throw new Error(`The stack did not start:\n${output}`);
      }
    },
  };
}

export const processesOf = (dataDir: string, names: string[]) =>
  names.map((name) => Number(readFileSync(join(dataDir, 'pids', name), 'utf8').split('\n')[0]));
