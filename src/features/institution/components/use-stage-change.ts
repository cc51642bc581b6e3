import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import type { Import } from '../api/get-import';

/**
 * Says a new stage to screen readers, and gives the stage's element for `ref`: it takes the focus when the button that had it
 * is gone, so that the keyboard goes on from there.
 */
export function useStageChange(item: Import) {
  const { t } = useTranslation('institution');
  const stage = useRef<HTMLDivElement>(null);
  const before = useRef(item.status);
  useEffect(() => {
    if (before.current === item.status) return;
    before.current = item.status;
    if (item.status === 'checked') {
      announce(t('import.checked.announce', { ready: item.rows_valid, faulty: item.rows_faulty }));
    } else if (item.status === 'done' || item.status === 'cancelled') {
      announce(t('import.done.announce', { enrolled: item.rows_enrolled, refused: item.rows_refused }));
    }
    if (document.activeElement === null || document.activeElement === document.body) stage.current?.focus();
  }, [item, t]);
  return stage;
}
