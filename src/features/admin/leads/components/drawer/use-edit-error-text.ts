import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';

const own = [
  'already_converted',
  'assignee_not_found',
  'lead_not_found',
  'invalid_follow_up_date',
  'invalid_estimated_value',
  'invalid_body',
] as const;

/** What the server refused of a change, in words. */
export function useEditErrorText() {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation('common');
  return useCallback(
    (error: unknown) => {
      const { code } = toAppError(error);
      const known = own.find((each) => each === code);
      return known === undefined ? errorText(common, error) : t(`refused.${known}`);
    },
    [t, common],
  );
}
