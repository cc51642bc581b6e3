import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate, formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import type { KnownCertificate } from '../api/verify-certificate';
import classes from './verify-result.module.css';

export function CertificateFacts({ certificate }: { certificate: KnownCertificate }) {
  const { t } = useTranslation('site');
  const [checkedAt] = useState(() => Date.now());
  const ended = certificate.status === 'expired';
  return (
    <>
      <dl className={classes.facts}>
        <Fact label={t('verify.fields.holder')} large>
          {certificate.holder_name}
        </Fact>
        <Fact label={t('verify.fields.track')} large>
          {certificate.track_name}
        </Fact>
        <Fact label={t('verify.fields.number')}>{certificate.number}</Fact>
        <Fact label={t('verify.fields.issued')}>{formatDate(certificate.issued_at)}</Fact>
        <Fact label={t(ended ? 'verify.fields.expired' : 'verify.fields.expires')}>
          {formatDate(certificate.expires_at)}
        </Fact>
        {certificate.status === 'revoked' && certificate.revoked_at && (
          <Fact label={t('verify.fields.revokedAt')}>{formatDate(certificate.revoked_at)}</Fact>
        )}
        {certificate.status === 'revoked' && certificate.revoked_reason && (
          <Fact label={t('verify.fields.reason')}>{certificate.revoked_reason}</Fact>
        )}
      </dl>
      <p className={classes.foot}>
        {certificate.status === 'superseded' && certificate.superseded_by && (
          <Link to={paths.verify(certificate.superseded_by)}>{t('verify.newer')}</Link>
        )}
        {certificate.credly_url && certificate.status === 'valid' && (
          <a href={certificate.credly_url} target="_blank" rel="noreferrer">
            {t('verify.badge')}
          </a>
        )}
        <span>{t('verify.checkedAt', { when: formatDateTime(checkedAt) })}</span>
      </p>
    </>
  );
}

function Fact({ label, large = false, children }: { label: string; large?: boolean; children: ReactNode }) {
  return (
    <div className={large ? classes.largeFact : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
