import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FullMessage } from '~/components/full-message';
import { errorText } from '~/lib/i18n/error-text';
import { paths } from '~/lib/paths';
import { useLoad } from '~/lib/use-load';
import { verifyCertificate } from '../api/verify-certificate';
import { CertificateFacts } from './certificate-facts';
import { ShareResult } from './share-result';
import site from './site.module.css';
import classes from './verify-result.module.css';
import { VerdictIcon } from './verdict-icon';

export function VerifyResult({ number }: { number: string }) {
  const { t } = useTranslation('site');
  const { t: common } = useTranslation('common');
  const load = useCallback((signal: AbortSignal) => verifyCertificate(number, signal), [number]);
  const result = useLoad(load);

  if (result.status === 'loading') {
    return (
      <div role="status">
        <span className="visually-hidden">{t('verify.checking')}</span>
        <div className={`${site.skeleton} ${classes.waiting}`} aria-hidden="true" />
      </div>
    );
  }
  if (result.status === 'error') {
    return (
      <FullMessage title={t('verify.errorTitle')} body={errorText(common, result.error)} role="alert">
        <button type="button" onClick={result.retry}>
          {t('verify.retry')}
        </button>
      </FullMessage>
    );
  }
  const { data } = result;
  return (
    <>
      <article className={`${classes.result} ${classes[data.status] ?? ''}`} aria-live="polite">
        <header className={classes.verdict}>
          <VerdictIcon status={data.status} />
          <div>
            <h1>{t(`verify.status.${data.status}.title`)}</h1>
            <p>{t(`verify.status.${data.status}.body`)}</p>
          </div>
        </header>
        {data.status === 'not_found' ? (
          <p className={classes.asked}>{number}</p>
        ) : (
          <CertificateFacts certificate={data} />
        )}
      </article>
      <div className={`${classes.actions} no-print`}>
        {data.status !== 'not_found' && <ShareResult />}
        <Link to={paths.verify()} className={site.quiet}>
          {t('verify.another')}
        </Link>
      </div>
    </>
  );
}
