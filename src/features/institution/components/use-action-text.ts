import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';
import { actionCodes } from '../model/import-words';

/** What the server says to an upload or to a button of an import, in words. */
export function useActionText() {
  const { t } = useTranslation('institution');
  const { t: common } = useTranslation('common');
  return (error: unknown): string => {
    const { code } = toAppError(error);
    const own = actionCodes.find((each) => each === code);
    return own === undefined ? errorText(common, error) : t(`bulk.refused.${own}`);
  };
}
