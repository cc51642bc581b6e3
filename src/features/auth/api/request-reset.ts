import { env } from '~/lib/env';
import { paths } from '~/lib/paths';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';

/** Sends a link if the address has an account; the answer is the same if not. */
export async function requestReset({ email }: { email: string }): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.auth.resetPasswordForEmail(email.trim(), {
    redirectTo: `${env.appUrl}${paths.resetPassword()}`,
  });
  if (error) throw toAppError(error);
}
