import { Stack, Text } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { drawerLinkId } from '~/components/drawer-link';
import { EmptyState } from '~/components/empty-state';
import { Facts } from '~/components/facts';
import { Section } from '~/components/section';
import { SideDrawer } from '~/components/side-drawer';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { useCloseDrawer } from '~/lib/use-close-drawer';
import { jobQueryOptions } from '../api/get-job';
import type { JobDetail } from '../schemas';
import { JobActs } from './job-acts';
import { JobStatusBadge } from './job-status';
import classes from './operations.module.css';
import { useOperationWords } from './use-operation-words';

export default function JobDrawer() {
  const { t } = useTranslation('adminOperations');
  const words = useOperationWords();
  const { jobId = '' } = useParams();
  const close = useCloseDrawer(paths.adminOutbox(), drawerLinkId(paths.adminJob(jobId)));
  const job = useQuery(jobQueryOptions(jobId));
  return (
    <SideDrawer title={job.data === undefined ? t('job.title') : words.kind(job.data.kind)} onClose={close}>
      {isAppError(job.error, 'job_not_found') ? (
        <EmptyState icon={IconZoomQuestion} title={t('job.missing')} body={t('job.missingBody')} />
      ) : (
        <DataState query={job}>{(data) => <JobView job={data} />}</DataState>
      )}
    </SideDrawer>
  );
}

function JobView({ job }: { job: JobDetail }) {
  const { t } = useTranslation('adminOperations');
  const time = (at: string | null) => at && formatDateTime(at);
  return (
    <Stack gap="xl">
      <JobActs job={job} />
      <Section title={t('job.facts')}>
        <Facts
          facts={[
            { name: t('jobs.status'), value: <JobStatusBadge status={job.status} /> },
            { name: t('job.vendor'), value: job.vendor && t(`vendor.${job.vendor}`) },
            { name: t('jobs.created'), value: time(job.created_at) },
            { name: t('jobs.attempts'), value: job.attempts },
            { name: t('job.next'), value: time(job.next_attempt_at) },
            { name: t('job.failed'), value: time(job.failed_at) },
            { name: t('jobs.error'), value: job.last_error },
            { name: t('job.done'), value: time(job.done_at) },
            { name: t('job.id'), value: job.id },
          ]}
        />
      </Section>
      <Section title={t('job.payload')}>
        <Text size="sm" c="dimmed" mb="xs">
          {t('job.masked')}
        </Text>
        <pre className={classes.body}>{JSON.stringify(job.payload, null, 2)}</pre>
      </Section>
    </Stack>
  );
}
