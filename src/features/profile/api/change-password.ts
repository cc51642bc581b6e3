import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';

/** Throws `same_password` or `weak_password`. */
export async function changePassword(password: string): Promise<void> {
  const { error } = await supabase.auth.updateUser({ password });
  if (error) throw toAppError(error);
}
