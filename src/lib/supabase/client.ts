import { createClient } from '@supabase/supabase-js';
import { env } from '~/lib/env';
import type { Database } from '~/types/database.types';
import { sessionStorageKey } from './stored-session';
import { watchRefusals } from './watch-refusals';

/** Import this only from code that a signed-in person loads; elsewhere `getSupabase()` keeps these 55 kB off the first screen. */
export const supabase = createClient<Database>(env.supabaseUrl, env.supabaseKey, {
  auth: { storageKey: sessionStorageKey, detectSessionInUrl: true, persistSession: true, autoRefreshToken: true },
  global: { fetch: watchRefusals(env.supabaseKey, () => void renewSession().catch(() => undefined)) },
});

/** A new token for a session that still stands; one that does not is ended here too, and the guards lead to the sign-in page. */
async function renewSession(): Promise<void> {
  const { data } = await supabase.auth.getSession();
  if (data.session === null) return;
  const { error } = await supabase.auth.refreshSession();
  const ended =
    error !== null && error.status !== undefined && error.status >= 400 && error.status < 500 && error.status !== 429;
  if (ended) await supabase.auth.signOut({ scope: 'local' });
}
