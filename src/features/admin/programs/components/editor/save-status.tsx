import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DraftState } from '../../model/draft-keeper';
import { useErrorText } from '../use-error-text';

/** Whether what stands on the page is kept. */
export function SaveStatus({ draft, faulty }: { draft: DraftState; faulty: boolean }) {
  const { t } = useTranslation('programs');
  const state = draft.state === 'saved' && faulty ? 'refused' : draft.state;
  const Icon = state === 'saved' ? IconCheck : state === 'waiting' ? IconClock : IconAlertTriangle;
  return (
    <Group gap={6} role="status" wrap="nowrap" mih="1.5rem">
      {state === 'saving' ? <Loader size={16} aria-hidden="true" /> : <Icon size={18} aria-hidden="true" />}
      <Text size="sm" c={state === 'saved' || state === 'waiting' || state === 'saving' ? 'dimmed' : 'var(--bad-ink)'}>
        {t(`save.${state}`)}
      </Text>
    </Group>
  );
}

/** What stands in the way of saving, and the way out. */
export function SaveTrouble(props: { draft: DraftState; onRetry: () => void; onReload: () => void }) {
  const { t } = useTranslation('programs');
  const errorText = useErrorText();
  const { state, error } = props.draft;
  if (state !== 'conflict' && state !== 'failed') return null;
  return (
    <Alert
      color="red"
      role="alert"
      mb="md"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={t(state === 'conflict' ? 'save.conflictTitle' : 'save.failedTitle')}
    >
      <Text size="sm" mb="xs">
        {state === 'conflict' ? t('save.conflictBody') : errorText(error)}
      </Text>
      <Button size="sm" variant="default" onClick={state === 'conflict' ? props.onReload : props.onRetry}>
        {t(state === 'conflict' ? 'save.reload' : 'save.retry')}
      </Button>
    </Alert>
  );
}
