import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Facts } from '~/components/facts';
import { formatDateTime } from '~/lib/format/dates';
import type { BulkJobDetail } from '../schemas';
import classes from './bulk.module.css';

export function JobFacts({ job }: { job: BulkJobDetail }) {
  const { t } = useTranslation('adminBulk');
  return (
    <>
      <Facts
        facts={[
          { name: t('job.reason'), value: job.reason },
          { name: t('job.by'), value: job.created_by },
          { name: t('job.begun'), value: formatDateTime(job.created_at) },
          { name: t('job.ended'), value: job.ended_at === null ? null : formatDateTime(job.ended_at) },
        ]}
      />
      {job.body !== null && (
        <div>
          <Text c="dimmed" size="sm" mb={4}>
            {t('job.mailText')}
          </Text>
          <p className={classes.message}>{job.body}</p>
        </div>
      )}
    </>
  );
}
