import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Counts = { passed: number; failed: number };

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

export function readVitestReport(file: string): Counts {
  const report = vitestReport.parse(readJson(file));
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

/** A test that passed only at a second try counts as failed. */
export function readPlaywrightReport(file: string): Counts {
  const { stats } = playwrightReport.parse(readJson(file));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
