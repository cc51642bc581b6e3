import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { sessionStorageKey } from '~/lib/supabase/stored-session';

/**
 * Ends this browser's session; others of the same person stay. The browser forgets it at once: whoever closes the tab or is
 * offline must not stay signed in because the server was not heard.
 */
export async function signOut(): Promise<void> {
  const supabase = await getSupabase();
  const { data } = await supabase.auth.getSession();
  if (data.session !== null) {
    void supabase.auth.admin.signOut(data.session.access_token, 'local').catch(() => undefined);
    localStorage.removeItem(sessionStorageKey);
  }
  const { error } = await supabase.auth.signOut({ scope: 'local' });
  if (error) throw toAppError(error);
}
