import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { defaultKey, type SupabaseEnv } from '../http/env.ts';
import { HttpError } from '../http/errors.ts';
import { toDatabaseError } from './errors.ts';

const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };

/** Each call to the database, Auth or Storage ends in time, also when nothing answers. */
function limitedFetch(timeoutMs: number): typeof fetch {
  return (input, init) => {
    const limit = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
    return fetch(input, { ...init, signal });
  };
}

/** Acts as the service itself. A check of many rows at once takes longer than other calls. */
export function createServiceClient(env: SupabaseEnv, timeoutMs: number = env.VENDOR_TIMEOUT_MS): SupabaseClient {
  return createClient(env.SUPABASE_URL, defaultKey(env.SUPABASE_SECRET_KEYS), {
    auth,
    global: { fetch: limitedFetch(timeoutMs) },
  });
}

/** Acts as the caller, so that row-level security decides what is seen. */
export function createCallerClient(env: SupabaseEnv, token: string): SupabaseClient {
  return createClient(env.SUPABASE_URL, defaultKey(env.SUPABASE_PUBLISHABLE_KEYS), {
    auth,
    global: { fetch: limitedFetch(env.VENDOR_TIMEOUT_MS), headers: { authorization: `Bearer ${token}` } },
  });
}

/** Calls a database function and checks the shape of its answer. */
export async function callRpc<T>(
  client: SupabaseClient,
  name: string,
  args: Record<string, unknown>,
  schema: z.ZodType<T>,
): Promise<T> {
  const { data, error, status } = await client.rpc(name, args);
  if (error) throw toDatabaseError(error, status);
  return checkAnswer(name, data, schema);
}

/** For functions that return nothing. */
export async function callVoidRpc(client: SupabaseClient, name: string, args: Record<string, unknown>): Promise<void> {
  const { error, status } = await client.rpc(name, args);
  if (error) throw toDatabaseError(error, status);
}

export function checkAnswer<T>(name: string, data: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.') || 'answer');
  const fault = new HttpError(500, 'internal', 'Something went wrong on our side. Try again.');
  fault.cause = `${name}: unexpected ${[...new Set(fields)].join(', ')}`;
  throw fault;
}

/** One row, whether the function is declared to return a row or a set of one. */
export function oneRow<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);
}
