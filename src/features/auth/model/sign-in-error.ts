import { toAppError } from '~/lib/supabase/errors';

const own = {
  invalid_credentials: 'errors.invalid_credentials',
  email_not_confirmed: 'errors.email_not_confirmed',
  user_banned: 'errors.user_banned',
  over_request_rate_limit: 'errors.tooMany',
  over_email_send_rate_limit: 'errors.tooMany',
  too_many_requests: 'errors.tooMany',
  same_password: 'errors.samePassword',
  weak_password: 'errors.passwordWeak',
} as const;

const isOwn = (code: string): code is keyof typeof own => Object.hasOwn(own, code);

/** The text key for codes that Auth gives; null for those that every screen shares. */
export function authErrorKey(error: unknown) {
  const { code } = toAppError(error);
  return isOwn(code) ? own[code] : null;
}
