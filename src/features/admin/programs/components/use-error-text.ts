import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';

const own = [
  'changed_meanwhile',
  'track_not_found',
  'module_not_found',
  'track_archived',
  'module_archived',
  'id_taken',
  'invalid_id',
  'invalid_name',
  'invalid_title',
  'id_is_fixed',
  'track_in_use',
  'modules_unpublished',
  'modules_needed',
  'nothing_to_publish',
  'nothing_to_discard',
  'video_missing',
  'video_refused',
  'video_unchecked',
  'pdf_missing',
  'pdf_refused',
  'pdf_unchecked',
  'wrong_content',
  'empty',
  'too_large',
  'wrong_type',
] as const;

/** What the server refused, in words. */
export function useErrorText() {
  const { t } = useTranslation('programs');
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
