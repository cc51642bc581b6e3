import { FunctionsHttpError } from '@supabase/supabase-js';
import * as z from 'zod/mini';
import { AppError } from './app-error';
import { supabase } from './client';
import { toAppError } from './errors';
import { refusalOf } from './function-refusal';

async function functionError(error: unknown): Promise<AppError> {
  if (!(error instanceof FunctionsHttpError)) return toAppError(error);
  const response: unknown = error.context;
  return response instanceof Response ? refusalOf(response, error) : toAppError(error);
}

/** Calls an edge function as the signed-in person and checks its answer against the contract. Throws AppError. */
export async function invoke<Answer>(
  name: string,
  body: Record<string, unknown>,
  answer: z.core.$ZodType<Answer>,
  signal?: AbortSignal,
): Promise<Answer> {
  const { data, error } = await supabase.functions.invoke<unknown>(name, { body, signal });
  if (error) throw await functionError(error);
  const parsed = z.safeParse(answer, data);
  if (!parsed.success) throw new AppError('unexpected_answer', { status: 502, cause: parsed.error });
  return parsed.data;
}
