import * as z from 'zod/mini';
import { env } from '~/lib/env';
import { AppError } from './app-error';
import { toAppError } from './errors';

const timeoutMs = 10_000;

/** What anybody may read, by plain fetch: public pages do not load supabase-js for it. Throws AppError. */
async function request<T>(
  path: string,
  init: RequestInit,
  schema: z.core.$ZodType<T>,
  signal?: AbortSignal,
): Promise<T> {
  const limit = AbortSignal.timeout(timeoutMs);
  let response: Response;
  try {
    response = await fetch(`${env.supabaseUrl}/rest/v1/${path}`, {
      ...init,
      headers: { apikey: env.supabaseKey, accept: 'application/json', 'content-type': 'application/json' },
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
  } catch (error) {
    throw toAppError(error);
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toAppError({ ...(typeof body === 'object' ? body : {}), status: response.status });
  const parsed = z.safeParse(schema, body);
  if (!parsed.success) throw new AppError('unexpected_answer', { status: 502, cause: parsed.error });
  return parsed.data;
}

export const publicSelect = <T>(
  table: string,
  query: Record<string, string>,
  schema: z.core.$ZodType<T>,
  signal?: AbortSignal,
) => request(`${table}?${new URLSearchParams(query).toString()}`, { method: 'GET' }, schema, signal);

export const publicRpc = <T>(
  name: string,
  args: Record<string, unknown>,
  schema: z.core.$ZodType<T>,
  signal?: AbortSignal,
) => request(`rpc/${name}`, { method: 'POST', body: JSON.stringify(args) }, schema, signal);
