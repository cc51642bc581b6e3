import { Alert, Button } from '@mantine/core';
import { IconArrowLeft, IconCertificateOff, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { Panel } from '~/components/panel';
import { useDownloadCertificate } from '~/entities/certificate/download-certificate';
import { useCurrentUser } from '~/entities/session/use-session';
import { errorText } from '~/lib/i18n/error-text';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { type Certificate, certificateQueryOptions } from '../api/get-certificate';
import { renewalWindowQueryOptions } from '../api/get-renewal-window';
import { validityOf } from '../model/validity';
import { BadgePanel } from './badge-panel';
import classes from './certificate-page.module.css';
import { CertificatePreview } from './certificate-preview';
import { SharePanel } from './share-panel';
import { ValidityBanner } from './validity-banner';

export default function CertificatePage() {
  const { t } = useTranslation('certificates');
  const { certificateId = '' } = useParams();
  const user = useCurrentUser();
  const certificate = useQuery(certificateQueryOptions(certificateId, user.id));
  if (isAppError(certificate.error, 'not_found')) {
    return (
      <EmptyState
        icon={IconCertificateOff}
        level={1}
        title={t('missing.title')}
        body={t('missing.body')}
        action={
          <Button component={Link} to={paths.dashboard()} mt="sm">
            {t('toDashboard')}
          </Button>
        }
      />
    );
  }
  return (
    <>
      <Link to={paths.dashboard()} className={classes.back}>
        <IconArrowLeft size={18} aria-hidden="true" />
        {t('toDashboard')}
      </Link>
      <DataState query={certificate}>{(data) => <Parts certificate={data} />}</DataState>
    </>
  );
}

function Parts({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const windowDays = useQuery(renewalWindowQueryOptions()).data ?? 60;
  const [now] = useState(() => Date.now());
  const validity = validityOf(certificate, now, windowDays);
  const inForce = certificate.status === 'issued';
  return (
    <>
      <PageHeader title={t('title')} description={certificate.track_name} />
      <ValidityBanner certificate={certificate} validity={validity} now={now} />
      <div className={classes.layout} data-alone={!inForce || undefined}>
        <div className={classes.stack}>
          <CertificatePreview certificate={certificate} validity={validity} />
          {certificate.status !== 'revoked' && <DocumentPanel certificate={certificate} />}
        </div>
        {inForce && (
          <div className={classes.stack}>
            <SharePanel certificate={certificate} />
            <BadgePanel certificate={certificate} />
          </div>
        )}
      </div>
    </>
  );
}

function DocumentPanel({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const { t: common } = useTranslation('common');
  const download = useDownloadCertificate();
  return (
    <Panel title={t('document.title')}>
      <div className={classes.actions}>
        <p className={classes.text}>{t(certificate.pdf_path === null ? 'document.making' : 'document.ready')}</p>
        {download.error !== null && (
          <Alert color="red" role="alert">
            {isAppError(download.error, 'certificate_revoked')
              ? t('document.revoked')
              : errorText(common, download.error)}
          </Alert>
        )}
        <div>
          <Button
            loading={download.isPending}
            leftSection={<IconDownload size={20} aria-hidden="true" />}
            onClick={() => download.mutate({ certificateId: certificate.id, number: certificate.number })}
          >
            {t('document.download')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
