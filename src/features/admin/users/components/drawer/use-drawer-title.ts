import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the tab by the person while they are open, and by the list again afterwards. */
export function useDrawerTitle(name: string | undefined) {
  const { t } = useTranslation('adminUsers');
  const { t: common } = useTranslation('common');
  useEffect(() => {
    if (name === undefined) return undefined;
    document.title = common('title', { page: name });
    return () => {
      document.title = common('title', { page: t('title') });
    };
  }, [name, t, common]);
}
