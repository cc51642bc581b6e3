import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';

const codes = [
  'role_not_found',
  'system_role',
  'changed_meanwhile',
  'beyond_own_rights',
  'role_in_use',
  'invalid_name',
  'name_taken',
  'invalid_description',
  'permissions_needed',
  'permission_unknown',
  'last_super_admin',
  'not_staff',
  'own_roles',
  'reason_needed',
  'invalid_email',
  'invalid_full_name',
  'roles_needed',
  'account_exists',
  'already_staff',
  'invited_already',
  'invited_recently',
  'invitation_not_found',
  'invitation_used',
] as const;

/** What the database refused, in words. */
export function useRefusalText() {
  const { t } = useTranslation('adminRoles');
  const { t: common } = useTranslation('common');
  return (error: unknown) => {
    const { code } = toAppError(error);
    const known = codes.find((each) => each === code);
    return known === undefined ? errorText(common, error) : t(`refusal.${known}`);
  };
}
