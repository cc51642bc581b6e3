import type { z } from 'zod';

/** The first fault of each field, by its name. */
export function faultsIn(result: z.ZodSafeParseResult<unknown>): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { path, message } of result.error?.issues ?? []) {
    const field = String(path[0]);
    faults[field] ??= message;
  }
  return faults;
}
