import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '~/lib/i18n/error-text';
import { toAppError } from '~/lib/supabase/errors';

/** Why a lead was not moved, in words. Whoever was too late is told so; the board has been read anew by then. */
export function useMoveErrorText() {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation('common');
  return useCallback(
    (error: unknown, name: string) => {
      const { code } = toAppError(error);
      if (code === 'illegal_move') return t('move.meanwhile', { name });
      if (code === 'already_converted') return t('move.alreadyConverted', { name });
      if (code === 'lead_not_found') return t('move.gone', { name });
      return t('move.refused', { name, reason: errorText(common, error) });
    },
    [t, common],
  );
}
