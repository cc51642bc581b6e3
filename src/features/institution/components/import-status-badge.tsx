import { useTranslation } from 'react-i18next';
import type { ImportStatus } from '@contracts/bulk-enrol.ts';
import { StatusBadge, type StatusTone } from '~/components/status-badge';

const tones: Record<ImportStatus, StatusTone> = {
  checking: 'waiting',
  checked: 'warning',
  unreadable: 'bad',
  enrolling: 'waiting',
  done: 'good',
  cancelled: 'neutral',
  undone: 'neutral',
};

/** Where an import stands. One that was cancelled before anybody confirmed it was discarded, not stopped. */
export function ImportStatusBadge({ status, confirmed }: { status: ImportStatus; confirmed: boolean }) {
  const { t } = useTranslation('institution');
  const word = status === 'cancelled' && !confirmed ? 'discarded' : status;
  return <StatusBadge tone={tones[status]} label={t(`bulk.status.${word}`)} />;
}
