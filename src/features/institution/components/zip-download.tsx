import { Button, Text } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notify } from '~/components/notify';
import { errorText } from '~/lib/i18n/error-text';
import { isAppError } from '~/lib/supabase/app-error';
import { certificateCountQueryOptions } from '../api/count-certificates';
import { useZipCertificates } from '../api/zip-certificates';
import { useInstitution } from './use-institution';
import classes from './zip-download.module.css';

/** All certificates, or those of the chosen track, in one archive. */
export function ZipDownload({ trackId }: { trackId: string | null }) {
  const { t } = useTranslation('institution');
  const { t: common } = useTranslation('common');
  const institution = useInstitution();
  const count = useQuery(certificateCountQueryOptions(institution.id, trackId)).data;
  const zip = useZipCertificates();
  const onClick = () =>
    zip.mutate(
      { institutionId: institution.id, trackId: trackId ?? undefined },
      {
        onSuccess: (held) => void notify('success', t('certificates.zip.begun', { count: held })),
        onError: (error) =>
          void notify(
            'error',
            isAppError(error, 'no_certificates') ? t('certificates.zip.none') : errorText(common, error),
          ),
      },
    );
  return (
    <div className={classes.zip}>
      <Button
        onClick={onClick}
        loading={zip.isPending}
        disabled={count === undefined || count === 0}
        leftSection={<IconFileZip size={20} aria-hidden="true" />}
      >
        {t(trackId === null ? 'certificates.zip.all' : 'certificates.zip.track')}
      </Button>
      {count !== undefined && (
        <Text size="sm" c="dimmed">
          {t('certificates.zip.count', { count })}
        </Text>
      )}
    </div>
  );
}
