import { useTranslation } from 'react-i18next';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import type { BulkStatus } from '../schemas';

const tones: Record<BulkStatus, StatusTone> = {
  running: 'waiting',
  done: 'good',
  cancelled: 'neutral',
  stopped: 'bad',
};

export function JobStatus({ status }: { status: BulkStatus }) {
  const { t } = useTranslation('adminBulk');
  return <StatusBadge tone={tones[status]} label={t(`status.${status}`)} />;
}
