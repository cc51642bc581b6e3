import { FunctionsHttpError } from '@supabase/supabase-js';
import * as z from 'zod/mini';
import { AppError } from './app-error';
import { supabase } from './client';
import { toAppError } from './errors';

const envelope = z.object({
  error: z.object({ code: z.string(), message: z.string(), requestId: z.nullish(z.string()) }),
});

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

async function functionError(error: unknown): Promise<AppError> {
  if (!(error instanceof FunctionsHttpError)) return toAppError(error);
  const response: unknown = error.context;
  if (!(response instanceof Response)) return toAppError(error);
  const parsed = envelope.safeParse(await readJson(response));
  if (parsed.success) {
    const { code, message, requestId } = parsed.data.error;
    // Functions have a word of their own for it.
    const own = response.status === 401 && code === 'unauthorized' ? 'signed_out' : code;
    return new AppError(own, { status: response.status, message, requestId: requestId ?? null, cause: error });
  }
  return toAppError({ name: 'HttpError', status: response.status, message: `HTTP ${response.status}` });
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
