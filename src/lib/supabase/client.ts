import { createClient } from '@supabase/supabase-js';
import { env } from '~/lib/env';
import type { Database } from '~/types/database.types';
import { sessionStorageKey } from './stored-session';

/** Import this only from code that a signed-in person loads; elsewhere `getSupabase()` keeps these 55 kB off the first screen. */
export const supabase = createClient<Database>(env.supabaseUrl, env.supabaseKey, {
  auth: { storageKey: sessionStorageKey, detectSessionInUrl: true, persistSession: true, autoRefreshToken: true },
});
