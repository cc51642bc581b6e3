import type { TFunction } from 'i18next';
import { toAppError } from '~/lib/supabase/errors';

/** `toAppError` makes these for every screen; a feature says its own codes itself and falls back to this. */
const shared = [
  'network',
  'timeout',
  'signed_out',
  'forbidden',
  'not_found',
  'already_exists',
  'too_many_requests',
  'unexpected_answer',
] as const;

export function errorText(t: TFunction<'common'>, error: unknown): string {
  const { code } = toAppError(error);
  const known = shared.find((each) => each === code);
  return t(`errors.${known ?? 'unexpected'}`);
}
