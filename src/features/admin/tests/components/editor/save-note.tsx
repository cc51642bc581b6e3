import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '~/lib/format/dates';
import type { TestDetail } from '../../schemas';
import type { TestDraft } from './use-test-draft';

/** Whether what is on screen is kept, and whose draft it is. */
export function SaveNote({ test, draft }: { test: TestDetail; draft: TestDraft }) {
  const { t } = useTranslation('adminTests');
  const { saveState, hasDraft, saver } = draft;
  const known = test.draft !== null && test.edited_at !== null;
  return (
    <Group gap="xs">
      {saveState !== 'conflict' && (
        <Text size="sm" c={saveState === 'failed' ? 'var(--bad-ink)' : 'dimmed'} role="status">
          {t(`editor.save.${hasDraft ? saveState : 'clean'}`)}
        </Text>
      )}
      {saveState === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={() => void saver.flush()}>
          {t('editor.save.retry')}
        </Button>
      )}
      {known && saveState === 'saved' && (
        <Text size="sm" c="dimmed">
          {t('editor.edited', {
            name: test.edited_by ?? t('editor.editedBy'),
            when: formatDateTime(test.edited_at ?? ''),
          })}
        </Text>
      )}
    </Group>
  );
}
