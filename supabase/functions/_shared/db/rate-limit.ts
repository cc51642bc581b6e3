import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { tooManyRequests } from '../http/errors.ts';
import { callRpc } from './client.ts';

/** Throws 429 when the bucket is full. Buckets hold ids, never addresses. */
export type LimitRate = (bucket: string, limit: number, windowSeconds: number) => Promise<void>;

export function createLimitRate(client: SupabaseClient): LimitRate {
  return async (bucket, limit, windowSeconds) => {
    const args = { p_bucket: bucket, p_limit: limit, p_window_seconds: windowSeconds };
    if (!(await callRpc(client, 'system_rate_limit', args, z.boolean()))) throw tooManyRequests();
  };
}
