import { ActionIcon, Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { notify } from '~/components/notify';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import { useDownloadCertificate } from '~/entities/certificate/download-certificate';
import { errorText } from '~/lib/i18n/error-text';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import type { ListedCertificate } from '../api/list-certificates';
import type { Validity } from '../model/certificate-filters';
import classes from './student-facts.module.css';

/** With what it is worth at the moment when the page opened. */
export type ShownCertificate = ListedCertificate & { validity: Validity };

const tones: Record<Validity, StatusTone> = {
  valid: 'good',
  expired: 'warning',
  revoked: 'bad',
  superseded: 'neutral',
};

export function CertificateValidity({ certificate }: { certificate: ShownCertificate }) {
  const { t } = useTranslation('institution');
  return <StatusBadge tone={tones[certificate.validity]} label={t(`certificates.validity.${certificate.validity}`)} />;
}

/** The number, which leads to the page that anybody may check it on. */
export function CertificateNumber({ certificate }: { certificate: ShownCertificate }) {
  const { t } = useTranslation('institution');
  return (
    <Link
      to={paths.verify(certificate.number)}
      className={classes.number}
      aria-label={t('certificates.verify', { number: certificate.number })}
      title={t('certificates.verifyHint')}
    >
      {certificate.number}
    </Link>
  );
}

/** The document of one certificate; none of one that was revoked. */
export function CertificateDownload({
  certificate,
  compact = false,
}: {
  certificate: ShownCertificate;
  compact?: boolean;
}) {
  const { t } = useTranslation('institution');
  const { t: common } = useTranslation('common');
  const download = useDownloadCertificate();
  if (certificate.validity === 'revoked') return null;
  const onClick = () =>
    download.mutate(
      { certificateId: certificate.id, number: certificate.number },
      {
        onError: (error) =>
          void notify(
            'error',
            isAppError(error, 'certificate_revoked') ? t('certificates.revoked') : errorText(common, error),
          ),
      },
    );
  const label = t('certificates.downloadOf', { name: certificate.holder_name });
  if (compact) {
    return (
      <ActionIcon
        variant="subtle"
        size="lg"
        loading={download.isPending}
        onClick={onClick}
        aria-label={label}
        title={label}
      >
        <IconDownload size={20} stroke={1.75} aria-hidden="true" />
      </ActionIcon>
    );
  }
  return (
    <Button
      variant="default"
      size="sm"
      loading={download.isPending}
      onClick={onClick}
      leftSection={<IconDownload size={18} aria-hidden="true" />}
      aria-label={label}
    >
      {t('certificates.downloadOne')}
    </Button>
  );
}
