import { useTranslation } from 'react-i18next';
import { formatDate } from '~/lib/format/dates';
import {
  CertificateDownload,
  CertificateNumber,
  CertificateValidity,
  type ShownCertificate,
} from './certificate-facts';
import classes from './student-list.module.css';

/** The same as the table where there is no room for one. */
export function CertificateCards({ certificates }: { certificates: ShownCertificate[] }) {
  const { t } = useTranslation('institution');
  return (
    <ul className={classes.cards} aria-label={t('certificates.title')}>
      {certificates.map((certificate) => (
        <li key={certificate.id} className={classes.card}>
          <div className={classes.top}>
            <div className={classes.person}>
              <strong>{certificate.holder_name}</strong>
              <span>{certificate.track_name}</span>
            </div>
            <CertificateValidity certificate={certificate} />
          </div>
          <dl className={classes.facts}>
            <div>
              <dt>{t('certificates.columns.number')}</dt>
              <dd>
                <CertificateNumber certificate={certificate} />
              </dd>
            </div>
            <div>
              <dt>{t('certificates.columns.issued')}</dt>
              <dd>{formatDate(certificate.issued_at)}</dd>
            </div>
            <div>
              <dt>{t('certificates.columns.until')}</dt>
              <dd>{formatDate(certificate.expires_at)}</dd>
            </div>
          </dl>
          <div>
            <CertificateDownload certificate={certificate} />
          </div>
        </li>
      ))}
    </ul>
  );
}
