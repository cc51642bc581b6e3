import { useTranslation } from 'react-i18next';
import { FullMessage } from './full-message';

export function CrashMessage() {
  const { t } = useTranslation('common');
  return (
    <FullMessage title={t('crash.title')} body={t('crash.body')} role="alert">
      <button type="button" onClick={() => globalThis.location.reload()}>
        {t('crash.reload')}
      </button>
      <a href="/">{t('goHome')}</a>
    </FullMessage>
  );
}
