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
  'unavailable',
  'unexpected_answer',
] as const;

const byStatus: Record<number, (typeof shared)[number]> = {
  401: 'signed_out',
  403: 'forbidden',
  404: 'not_found',
  429: 'too_many_requests',
  503: 'unavailable',
};

export function errorText(t: TFunction<'common'>, error: unknown): string {
  const { code, status } = toAppError(error);
  // A code that no screen knows still tells its kind by the status.
  const known = shared.find((each) => each === code) ?? byStatus[status];
  return t(`errors.${known ?? 'unexpected'}`);
}
