import * as z from 'zod/mini';
import { env } from '~/lib/env';
import { AppError } from './app-error';
import { toAppError } from './errors';
import { refusalOf } from './function-refusal';

const timeoutMs = 20_000;

/** Calls an edge function that is open to everybody, by plain fetch: no session, and no supabase-js for a visitor. Throws AppError. */
export async function callPublicFunction<Answer>(
  name: string,
  body: Record<string, unknown>,
  answer: z.core.$ZodType<Answer>,
): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`${env.supabaseUrl}/functions/v1/${name}`, {
      method: 'POST',
      headers: { apikey: env.supabaseKey, accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw toAppError(error);
  }
  if (!response.ok) throw await refusalOf(response);
  const parsed = z.safeParse(answer, await response.json().catch(() => null));
  if (!parsed.success) throw new AppError('unexpected_answer', { status: 502, cause: parsed.error });
  return parsed.data;
}
