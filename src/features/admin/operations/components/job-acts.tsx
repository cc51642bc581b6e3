import { Button, Group } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '~/components/act-modal';
import { useActOnJob } from '../api/job-acts';
import type { JobDetail } from '../schemas';
import { useOperationWords } from './use-operation-words';

type Way = 'retry' | 'discard';

/** A job that runs or is done is left alone. */
export function JobActs({ job }: { job: JobDetail }) {
  const { t } = useTranslation('adminOperations');
  const [way, setWay] = useState<Way | null>(null);
  if (job.status === 'running' || job.status === 'done') return null;
  return (
    <Group gap="sm">
      <Button leftSection={<IconRefresh size={18} aria-hidden="true" />} onClick={() => setWay('retry')}>
        {t('job.retry')}
      </Button>
      {job.status !== 'discarded' && (
        <Button
          variant="default"
          c="var(--bad-ink)"
          leftSection={<IconTrash size={18} aria-hidden="true" />}
          onClick={() => setWay('discard')}
        >
          {t('job.discard')}
        </Button>
      )}
      {way !== null && <JobAct way={way} jobId={job.id} onClose={() => setWay(null)} />}
    </Group>
  );
}

function JobAct({ way, jobId, onClose }: { way: Way; jobId: string; onClose: () => void }) {
  const { t } = useTranslation('adminOperations');
  const { refusal } = useOperationWords();
  return (
    <ActModal
      title={t(`job.${way}Title`)}
      body={t(`job.${way}Body`)}
      confirmLabel={t(`job.${way}`)}
      destructive={way === 'discard'}
      warning={t('job.discardWarning')}
      act={useActOnJob()}
      variables={(reason) => ({ way, jobId, reason })}
      refusal={refusal}
      done={t(way === 'retry' ? 'job.retried' : 'job.discarded')}
      onClose={onClose}
    />
  );
}
