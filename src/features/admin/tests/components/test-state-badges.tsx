import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import type { TestState } from '../schemas';

const tones: Record<TestState, StatusTone> = { published: 'good', unpublished: 'neutral', archived: 'neutral' };

/** What learners get, and whether something else is being written. */
export function TestStateBadges({ state, hasDraft }: { state: TestState; hasDraft: boolean }) {
  const { t } = useTranslation('adminTests');
  return (
    <Group gap={4} wrap="nowrap">
      <StatusBadge tone={tones[state]} label={t(`state.${state}`)} />
      {hasDraft && <StatusBadge tone="waiting" label={t('state.draft')} />}
    </Group>
  );
}
