import { useTranslation } from 'react-i18next';
import { StatusBadge } from '~/components/status-badge';
import type { CatalogueState } from '../schemas';

const tones = { draft: 'waiting', published: 'good', changed: 'warning', archived: 'neutral' } as const;

export function StateBadge({ state }: { state: CatalogueState }) {
  const { t } = useTranslation('programs');
  return <StatusBadge tone={tones[state]} label={t(`state.${state}`)} />;
}
