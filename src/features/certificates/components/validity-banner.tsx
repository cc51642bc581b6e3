import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import type { Certificate } from '../api/get-certificate';
import { daysLeft, type Validity } from '../model/validity';
import classes from './certificate-page.module.css';

/** Says what is not as it should be, and what can be done about it. Nothing while all is well. */
export function ValidityBanner({
  certificate,
  validity,
  now,
}: {
  certificate: Certificate;
  validity: Validity;
  now: number;
}) {
  const { t } = useTranslation('certificates');
  if (validity === 'valid') return null;
  const renewable = validity === 'renewable' || validity === 'expired';
  return (
    <div className={classes.banner} data-tone={validity === 'revoked' ? 'bad' : undefined} role="note">
      <p>
        {validity === 'renewable' && t('banner.renewable', { count: daysLeft(certificate.expires_at, now) ?? 0 })}
        {validity === 'expired' &&
          t('banner.expired', { date: certificate.expires_at === null ? '' : formatDate(certificate.expires_at) })}
        {validity === 'superseded' && t('banner.superseded')}
        {validity === 'revoked' &&
          t('banner.revoked', {
            date: certificate.revoked_at === null ? '' : formatDate(certificate.revoked_at),
            reason: certificate.revoked_reason ?? '',
          })}
      </p>
      {renewable && (
        <Button component={Link} to={paths.checkout('renewal', certificate.track_id)}>
          {t('banner.renew')}
        </Button>
      )}
    </div>
  );
}
