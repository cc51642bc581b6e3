import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePageTitle } from '~/lib/use-page-title';
import site from './site.module.css';
import { VerifyForm } from './verify-form';
import classes from './verify-page.module.css';
import { VerifyResult } from './verify-result';

export default function VerifyPage() {
  const { t } = useTranslation('site');
  const { number } = useParams();
  usePageTitle(t('verify.title'));
  return (
    <div className={`${site.wrap} ${classes.page}`}>
      {number === undefined ? (
        <>
          <h1 className={site.title}>{t('verify.title')}</h1>
          <p className={site.lead}>{t('verify.lead')}</p>
          <VerifyForm />
        </>
      ) : (
        <VerifyResult key={number} number={number} />
      )}
    </div>
  );
}
