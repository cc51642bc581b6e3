import { watchSession } from '~/entities/session/session-store';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';

/** The session that follows reaches every part of the app through the session store. */
export async function signIn({ email, password }: { email: string; password: string }): Promise<void> {
  await watchSession();
  const supabase = await getSupabase();
  const { error } = await supabase.auth.signInWithPassword({ email: email.trim(), password });
  if (error) throw toAppError(error);
}
