import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BackLink } from '~/components/back-link';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { isAppError } from '~/lib/supabase/app-error';
import { paths } from '~/lib/paths';
import { jobQueryOptions } from '../api/get-job';
import type { BulkJobDetail } from '../schemas';
import { JobFacts } from './job-facts';
import { JobProgress } from './job-progress';
import { JobRows } from './job-rows';
import { useBulkTexts } from './use-bulk-texts';

/** One operation: how far it is, and what became of each person. */
export default function JobPage() {
  const { t } = useTranslation('adminBulk');
  const { jobId = '' } = useParams();
  const job = useQuery(jobQueryOptions(jobId));
  const missing = job.data === undefined && isAppError(job.error, 'job_not_found');
  return (
    <Stack gap={0}>
      <BackLink to={paths.adminBulk()} label={t('backToList')} />
      {missing ? (
        <EmptyState level={1} icon={IconZoomQuestion} title={t('job.missing')} />
      ) : (
        <DataState query={job}>{(data) => <JobView job={data} />}</DataState>
      )}
    </Stack>
  );
}

function JobView({ job }: { job: BulkJobDetail }) {
  const { t } = useTranslation('adminBulk');
  const { about } = useBulkTexts();
  return (
    <>
      <PageHeader title={t(`kind.${job.kind}`)} description={about(job)} />
      <Stack gap="lg">
        {job.status === 'stopped' && (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />} title={t('job.stoppedTitle')}>
            <Text>{t('job.stoppedBody')}</Text>
          </Alert>
        )}
        <JobProgress job={job} />
        <JobFacts job={job} />
        <JobRows job={job} />
      </Stack>
    </>
  );
}
