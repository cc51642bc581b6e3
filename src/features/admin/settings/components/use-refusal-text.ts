import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';

const codes = [
  'setting_not_found',
  'changed_meanwhile',
  'reason_needed',
  'unknown_field',
  'template_not_found',
  'unknown_placeholder',
  'no_html',
  'coupon_not_found',
  'coupon_used',
  'code_taken',
  'code_fixed',
] as const;

/** What the database refused, in words. A fault of a field is said by its form. */
export function useRefusalText() {
  const { t } = useTranslation('adminSettings');
  const { t: common } = useTranslation('common');
  return (error: unknown) => {
    const { code } = toAppError(error);
    const known = codes.find((each) => each === code);
    return known === undefined ? errorText(common, error) : t(`refusal.${known}`);
  };
}
