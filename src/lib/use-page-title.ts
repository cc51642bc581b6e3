import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the tab; null while the name is not known yet. */
export function usePageTitle(page: string | null) {
  const { t } = useTranslation('common');
  useEffect(() => {
    document.title = page === null ? t('productFull') : t('title', { page });
  }, [page, t]);
}
