import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import type { Import } from '../api/get-import';
import classes from './import-checked.module.css';
import { ImportNumbers } from './import-numbers';
import { ProgressBar } from '~/components/progress-bar';
import { StopImport } from './stop-import';

/** Rows end one by one on the server; the page only looks on. */
export function ImportEnrolling({ item }: { item: Import }) {
  const { t } = useTranslation('institution');
  return (
    <Panel title={t('import.enrolling.title')} note={<StopImport item={item} />}>
      <div className={classes.parts}>
        <ProgressBar
          label={t('import.enrolling.bar')}
          text={t('import.enrolling.progress', { done: item.rows_done, total: item.rows_total })}
          done={item.rows_done}
          total={item.rows_total}
        />
        <ImportNumbers
          numbers={[
            { name: 'enrolled', count: item.rows_enrolled, tone: 'good' },
            { name: 'already', count: item.rows_already },
            { name: 'refused', count: item.rows_refused, tone: 'bad' },
          ]}
        />
        <Text c="dimmed">{t('import.enrolling.leave')}</Text>
      </div>
    </Panel>
  );
}
