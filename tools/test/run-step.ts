import { spawn } from 'node:child_process';
import type { Counts } from './reports.ts';

export type Step = {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Reads how many tests passed and failed; a step without it counts as one test. */
  read?: () => Counts;
};

export type StepResult = Counts & { name: string; seconds: number };

/** Runs one step with its output shown. A step that exits non-zero has at least one failure, whatever its report says. */
export async function runStep(step: Step): Promise<StepResult> {
  process.stdout.write(`\n── ${step.name}\n`);
  const started = performance.now();
  const status = await new Promise<number>((resolve) => {
    const child = spawn(step.command, step.args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...step.env },
    });
    child.on('error', (error) => {
      process.stderr.write(`${step.command} could not be started: ${error.message}\n`);
      resolve(127);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
  const seconds = (performance.now() - started) / 1000;
  const counts = countsOf(step, status);
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  return { name: step.name, seconds, ...counts };
}

function countsOf(step: Step, status: number): Counts {
  if (!step.read) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const counts = step.read();
    // A runner that found no test has shown nothing.
    return counts.passed + counts.failed === 0 ? { passed: 0, failed: 1 } : counts;
  } catch (error) {
    process.stderr.write(
      `The report of ${step.name} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return { passed: 0, failed: 1 };
  }
}
