import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';

const known = [
  'reason_needed',
  'institution_not_found',
  'institution_suspended',
  'created_just_now',
  'invalid_name',
  'invalid_kind',
  'invalid_contact_name',
  'invalid_contact_email',
  'invalid_contact_phone',
  'invalid_address',
  'invalid_state',
  'invalid_gstin',
  'changed_meanwhile',
  'track_not_found',
  'block_not_found',
  'invalid_seats',
  'seats_in_use',
  'invalid_price',
  'invalid_valid_until',
  'invalid_email',
  'invalid_full_name',
  'already_manager',
  'account_is_staff',
  'invited_recently',
  'invitation_not_found',
  'invitation_used',
] as const;

/** Why an act on an institution was refused. */
export function useRefusalText(): (error: unknown) => string {
  const { t } = useTranslation('adminInstitutions');
  const { t: common } = useTranslation('common');
  return (error) => {
    const code = known.find((each) => each === toAppError(error).code);
    return code === undefined ? errorText(common, error) : t(`refusal.${code}`);
  };
}
