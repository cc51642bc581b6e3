import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import type { Import } from '../api/get-import';
import { ProgressBar } from '~/components/progress-bar';

/** The server reads the file; how many rows it has shows only at its end. */
export function ImportChecking({ item }: { item: Import }) {
  const { t } = useTranslation('institution');
  return (
    <Panel title={t('import.checking.title')}>
      <ProgressBar
        label={t('import.checking.bar')}
        text={t('import.checking.rows', { count: item.rows_total })}
        done={item.rows_total}
        total={null}
      />
      <Text c="dimmed" mt="sm">
        {t('import.checking.leave')}
      </Text>
    </Panel>
  );
}
