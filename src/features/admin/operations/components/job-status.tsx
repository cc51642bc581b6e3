import { useTranslation } from 'react-i18next';
import { StatusBadge } from '~/components/status-badge';
import type { EventState, JobStatus } from '../model/kinds';

const tones = { pending: 'waiting', running: 'waiting', done: 'good', dead: 'bad', discarded: 'neutral' } as const;
const stateTones = { open: 'waiting', failed: 'bad', done: 'good' } as const;

export function JobStatusBadge({ status }: { status: JobStatus }) {
  const { t } = useTranslation('adminOperations');
  return <StatusBadge tone={tones[status]} label={t(`status.${status}`)} />;
}

export function EventStateBadge({ state }: { state: EventState }) {
  const { t } = useTranslation('adminOperations');
  return <StatusBadge tone={stateTones[state]} label={t(`state.${state}`)} />;
}
