import { useTranslation } from 'react-i18next';
import { StatusBadge } from '~/components/status-badge';
import type { Institution } from '../schemas';

const tones = { active: 'good', suspended: 'bad', erased: 'neutral' } as const;

export function InstitutionBadge({ status }: { status: Institution['status'] }) {
  const { t } = useTranslation('adminInstitutions');
  return <StatusBadge tone={tones[status]} label={t(`status.${status}`)} />;
}
