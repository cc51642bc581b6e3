import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';

/** Confirms the address with the code from the mail and signs the person in. Throws `otp_expired` for a wrong or an old code. */
export async function verifyEmailCode({ email, code }: { email: string; code: string }): Promise<void> {
  const { error } = await supabase.auth.verifyOtp({ email, token: code, type: 'signup' });
  if (error) throw toAppError(error);
}
