import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';

/** Sends a new code; the one before stops to work. Throws `over_email_send_rate_limit`. */
export async function resendEmailCode(email: string): Promise<void> {
  const { error } = await supabase.auth.resend({ type: 'signup', email });
  if (error) throw toAppError(error);
}
