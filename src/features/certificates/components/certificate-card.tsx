import { Button } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { Panel } from '~/components/panel';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import { useCurrentUser } from '~/entities/session/use-session';
import { formatDate } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { renewalWindowQueryOptions } from '../api/get-renewal-window';
import { type TrackCertificate, trackCertificateQueryOptions } from '../api/get-track-certificate';
import { type Validity, validityOf } from '../model/validity';
import classes from './certificate-card.module.css';

const tones: Record<Validity, StatusTone> = {
  valid: 'good',
  renewable: 'warning',
  expired: 'warning',
  revoked: 'bad',
  superseded: 'neutral',
};

/** The certificate in short for the dashboard. */
export function CertificateCard({ trackId }: { trackId: string }) {
  const { t } = useTranslation('certificates');
  const user = useCurrentUser();
  const certificate = useQuery(trackCertificateQueryOptions(user.id, trackId));
  return (
    <Panel title={t('card.title')}>
      <DataState query={certificate}>
        {(data) =>
          data === null ? (
            <p className={classes.muted}>{t('card.none')}</p>
          ) : (
            <Short certificate={data} trackId={trackId} />
          )
        }
      </DataState>
    </Panel>
  );
}

/** The same for where the exam was passed: only the way to the certificate. */
export function CertificateLink({ trackId }: { trackId: string }) {
  const { t } = useTranslation('certificates');
  const user = useCurrentUser();
  const certificate = useQuery(trackCertificateQueryOptions(user.id, trackId));
  return (
    <DataState query={certificate}>
      {(data) =>
        data === null ? (
          <p className={classes.muted}>{t('card.making')}</p>
        ) : (
          <div className={classes.box}>
            <p>{t('card.ready')}</p>
            <Button
              component={Link}
              to={paths.certificate(data.id)}
              leftSection={<IconCertificate size={20} aria-hidden="true" />}
            >
              {t('card.open')}
            </Button>
          </div>
        )
      }
    </DataState>
  );
}

function Short({ certificate, trackId }: { certificate: TrackCertificate; trackId: string }) {
  const { t } = useTranslation('certificates');
  const windowDays = useQuery(renewalWindowQueryOptions()).data ?? 60;
  const [now] = useState(() => Date.now());
  const validity = validityOf(certificate, now, windowDays);
  const renewable = validity === 'renewable' || validity === 'expired';
  return (
    <div className={classes.box}>
      <StatusBadge tone={tones[validity]} label={t(`validity.${validity}`)} />
      <p className={classes.number}>{certificate.number}</p>
      <p className={classes.muted}>
        {certificate.expires_at === null
          ? t('card.issued', { date: formatDate(certificate.issued_at) })
          : t('card.issuedUntil', {
              date: formatDate(certificate.issued_at),
              until: formatDate(certificate.expires_at),
            })}
      </p>
      <Button
        component={Link}
        to={paths.certificate(certificate.id)}
        fullWidth
        variant={renewable ? 'default' : 'filled'}
      >
        {t('card.open')}
      </Button>
      {renewable && (
        <Button component={Link} to={paths.checkout('renewal', trackId)} fullWidth>
          {t('banner.renew')}
        </Button>
      )}
    </div>
  );
}
