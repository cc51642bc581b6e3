import type { z } from 'zod';
import { HttpError } from '../http/errors.ts';
import { VendorError } from '../http/vendor-fetch.ts';

/** Does one piece of queued work. Must be safe to run again: a crash after the deed and before the tick repeats it. */
export type RunJob = (job: { id: string; payload: Record<string, unknown> }) => Promise<void>;

/** Trying again will not help; staff see it and decide. */
export class PermanentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PermanentError';
  }
}

export function isPermanent(error: unknown): boolean {
  if (error instanceof PermanentError) return true;
  if (error instanceof VendorError) return !error.transient;
  if (error instanceof HttpError) return error.status < 500 && error.status !== 429;
  return false;
}

export function parsePayload<T>(payload: Record<string, unknown>, schema: z.ZodType<T>): T {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.') || 'payload');
  throw new PermanentError(`payload: ${fields.join(', ')}`);
}
