import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';

const known = [
  'reason_needed',
  'person_not_found',
  'account_erased',
  'not_yourself',
  'beyond_own_rights',
  'last_super_admin',
  'invalid_name',
  'document_not_found',
  'document_missing',
  'document_replaced',
  'account_not_open',
  'track_not_found',
  'invalid_day',
  'enrolment_not_found',
  'enrolment_revoked',
  'not_later',
  'already_enrolled',
  'exam_pending',
  'invalid_count',
  'enrolment_closed',
  'changed_meanwhile',
  'invalid_percent',
] as const;

/** Why an act on a person was refused. */
export function useRefusalText(): (error: unknown) => string {
  const { t } = useTranslation('adminUsers');
  const { t: common } = useTranslation('common');
  return (error) => {
    const code = known.find((each) => each === toAppError(error).code);
    return code === undefined ? errorText(common, error) : t(`refusal.${code}`);
  };
}
