import type * as z from 'zod';
import { toAppError } from './errors';

type Answer = PromiseLike<{ data: unknown; error: unknown }>;

/** What a function of the database answers as jsonb, in the shape that the screen was written for. */
export async function checked<T>(answer: Answer, schema: z.ZodType<T>): Promise<T> {
  const { data, error } = await answer;
  if (error) throw toAppError(error);
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** For an act that has nothing to say but that it was done. */
export async function done(answer: Answer): Promise<void> {
  const { error } = await answer;
  if (error) throw toAppError(error);
}
