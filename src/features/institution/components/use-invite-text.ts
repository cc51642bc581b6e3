import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';

const codes = [
  'already_manager',
  'account_is_staff',
  'invited_recently',
  'invalid_email',
  'too_many_requests',
] as const;

/** Why a manager could not be invited, in words. */
export function useInviteText() {
  const { t } = useTranslation('institution');
  const { t: common } = useTranslation('common');
  return (error: unknown, email: string): string => {
    const { code } = toAppError(error);
    const own = codes.find((each) => each === code);
    return own === undefined ? errorText(common, error) : t(`team.refused.${own}`, { email });
  };
}
