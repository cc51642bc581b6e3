import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';

const keys = ['errors.fullName', 'errors.phone', 'errors.tooLong', 'errors.password'] as const;
const codes = ['same_password', 'weak_password', 'name_fixed'] as const;

/** Sentences for the schema's message keys and for what the server refused. */
export function useProfileTexts() {
  const { t } = useTranslation('profile');
  const { t: common } = useTranslation('common');
  return {
    fieldText: (message: unknown) => {
      const key = keys.find((each) => each === message);
      return key === undefined ? null : t(key);
    },
    failureText: (error: unknown) => {
      const { code } = toAppError(error);
      const known = codes.find((each) => each === code);
      return known === undefined ? errorText(common, error) : t(`errors.${known}`);
    },
  };
}
