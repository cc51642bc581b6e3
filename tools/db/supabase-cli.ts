import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export const projectDir = fileURLToPath(new URL('../..', import.meta.url));

const binary = join(dirname(createRequire(import.meta.url).resolve('supabase/package.json')), '..', '.bin', 'supabase');

export interface CliResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the Supabase CLI against a database URL; it needs neither Docker nor a login. */
export async function supabaseCli(args: string[], dbUrl: string): Promise<CliResult> {
  const child = spawn(binary, [...args, `--remote=${dbUrl}`, '--workdir', projectDir, '--yes', '--agent', 'no'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PGSSLMODE: 'disable', SUPABASE_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', NO_COLOR: '1' },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk));
  const code = await new Promise<number>((resolve, reject) =>
    child.on('error', reject).on('close', (value) => resolve(value ?? 1)),
  );
  return { code, stdout, stderr };
}
