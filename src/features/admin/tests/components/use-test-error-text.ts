import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';

const own = [
  'changed_meanwhile',
  'draft_invalid',
  'nothing_to_publish',
  'test_archived',
  'test_not_found',
  'track_not_found',
  'invalid_title',
  'never_published',
  'document_too_large',
  'invalid_document',
] as const;

/** Says why something was refused, for the codes that only this area has. */
export function useTestErrorText() {
  const { t } = useTranslation('adminTests');
  const { t: common } = useTranslation('common');
  return (error: unknown): string => {
    const known = own.find((code) => code === toAppError(error).code);
    return known === undefined ? errorText(common, error) : t(`error.${known}`);
  };
}
