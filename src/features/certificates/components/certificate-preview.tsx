import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '~/lib/format/dates';
import { formatPercent } from '~/lib/format/percent';
import type { Certificate } from '../api/get-certificate';
import type { Validity } from '../model/validity';
import classes from './certificate-preview.module.css';

/** How the certificate looks; the document to keep is the PDF. Paper stays light in the dark. */
export function CertificatePreview({ certificate, validity }: { certificate: Certificate; validity: Validity }) {
  const { t } = useTranslation('certificates');
  const { t: common } = useTranslation('common');
  const stamped = validity !== 'valid' && validity !== 'renewable';
  return (
    <figure
      className={classes.sheet}
      style={{ margin: 0 }}
      aria-label={t('preview.label', { number: certificate.number })}
    >
      {stamped && <span className={classes.stamp}>{t(`validity.${validity}`)}</span>}
      <span className={classes.issuer}>
        <IconRosetteDiscountCheck size={26} aria-hidden="true" />
        {common('productFull')}
      </span>
      <p className={classes.kind}>{t('preview.certifies')}</p>
      <p className={classes.holder}>{certificate.holder_name}</p>
      <p className={classes.kind} style={{ margin: 0 }}>
        {t('preview.hasPassed')}
      </p>
      <p className={classes.track}>{certificate.track_name}</p>
      <dl className={classes.facts}>
        <Fact name={t('preview.number')} value={certificate.number} />
        <Fact name={t('preview.issued')} value={formatDate(certificate.issued_at)} />
        <Fact
          name={t('preview.validUntil')}
          value={certificate.expires_at === null ? t('preview.noEnd') : formatDate(certificate.expires_at)}
        />
        {certificate.score !== null && <Fact name={t('preview.score')} value={formatPercent(certificate.score)} />}
      </dl>
    </figure>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
