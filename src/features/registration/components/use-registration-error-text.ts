import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';

const codes = ['user_already_exists', 'weak_password', 'otp_expired', 'over_email_send_rate_limit'] as const;

/** The sentence for what Auth refused. */
export function useRegistrationErrorText() {
  const { t } = useTranslation('registration');
  const { t: common } = useTranslation('common');
  return (error: unknown): string => {
    const { code } = toAppError(error);
    const known = codes.find((each) => each === code);
    return known ? t(`errors.${known}`) : errorText(common, error);
  };
}
