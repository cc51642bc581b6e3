import { consentVersion } from '@contracts/consent.ts';
import { supabase } from '~/lib/supabase/client';
import { AppError } from '~/lib/supabase/app-error';
import { toAppError } from '~/lib/supabase/errors';
import type { Details } from '../schemas';

/**
 * Makes an account and has a six-digit code sent to its address. What is sent along is only the person's own details:
 * the database sets kind and status. Throws `user_already_exists`, `weak_password`, `over_email_send_rate_limit`.
 */
export async function signUp(details: Details): Promise<void> {
  const { data, error } = await supabase.auth.signUp({
    email: details.email,
    password: details.password,
    options: {
      data: {
        full_name: details.fullName,
        phone: details.phone,
        organization: details.organization,
        designation: details.designation,
        location: details.location,
        consent_version: consentVersion,
      },
    },
  });
  if (error) throw toAppError(error);
  // Auth does not say that an address is taken; it answers with a user who has no identity.
  if (data.user?.identities?.length === 0) throw new AppError('user_already_exists', { status: 422 });
}
