import { Button, Stack, Text } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { Figures } from '~/components/figures';
import { Panel } from '~/components/panel';
import { ProgressBar } from '~/components/progress-bar';
import { useAccess } from '~/entities/permissions/access';
import { useCancelBulk } from '../api/cancel-bulk';
import { kindsFor } from '../model/bulk-form';
import type { BulkJobDetail } from '../schemas';
import { JobStatus } from './job-status';
import { useBulkTexts } from './use-bulk-texts';

/** The rows end on the server; the page only looks on. */
export function JobProgress({ job }: { job: BulkJobDetail }) {
  const { t } = useTranslation('adminBulk');
  const done = job.changed + job.skipped + job.refused;
  const waiting = job.total - done;
  const figures = [
    { label: t('job.numbers.changed'), count: job.changed, tone: 'good' },
    { label: t('job.numbers.skipped'), count: job.skipped },
    { label: t('job.numbers.refused'), count: job.refused, tone: 'bad' },
  ] as const;
  return (
    <Panel title={t(`status.${job.status}`)} note={<JobStatus status={job.status} />}>
      <Stack gap="md">
        {job.status === 'running' && (
          <ProgressBar
            label={t('job.bar')}
            text={t('job.progress', { done: done.toLocaleString('en-IN'), total: job.total.toLocaleString('en-IN') })}
            done={done}
            total={job.total}
          />
        )}
        <Figures
          figures={[...figures, ...(waiting > 0 ? [{ label: t('job.numbers.waiting'), count: waiting }] : [])]}
        />
        {job.status === 'running' && <Text c="dimmed">{t('job.leave')}</Text>}
        {job.status === 'running' && <CancelJob job={job} />}
      </Stack>
    </Panel>
  );
}

function CancelJob({ job }: { job: BulkJobDetail }) {
  const { t } = useTranslation('adminBulk');
  const { refusal } = useBulkTexts();
  const act = useCancelBulk();
  const [asking, setAsking] = useState(false);
  const mayCancel = kindsFor(useAccess().data?.permissions ?? [], [job.kind]).length > 0;
  if (!mayCancel) return null;
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={18} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {t('job.cancel')}
      </Button>
      {asking && (
        <ActModal
          title={t('job.cancelTitle')}
          body={t('job.cancelBody')}
          confirmLabel={t('job.cancel')}
          destructive
          warning={t('job.cancelWarning')}
          act={act}
          variables={(reason) => ({ id: job.id, reason })}
          refusal={refusal}
          done={t('job.cancelled')}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
