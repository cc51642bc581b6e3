import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '~/components/panel';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import type { Import } from '../api/get-import';
import { FileFacts } from './file-facts';
import classes from './import-checked.module.css';
import { ImportNumbers } from './import-numbers';
import { RefusedRows } from './refused-rows';
import { UndoImport } from './undo-import';

/** How it ended, who was left out and why, and the way back for those who have not started. */
export function ImportEnded({ item }: { item: Import }) {
  const { t } = useTranslation('institution');
  const discarded = item.status === 'cancelled' && item.confirmed_at === null;
  const undoable = item.status !== 'undone' && item.rows_enrolled > 0;
  return (
    <>
      <Panel title={t(`import.done.${titleOf(item)}`)}>
        <div className={classes.parts}>
          <Text c="dimmed">{discarded ? t('import.done.discardedBody') : <When item={item} />}</Text>
          {!discarded && (
            <ImportNumbers
              numbers={[
                { name: 'enrolled', count: item.rows_enrolled - item.rows_undone, tone: 'good' },
                ...(item.status === 'undone' ? [{ name: 'undone' as const, count: item.rows_undone }] : []),
                { name: 'already', count: item.rows_already },
                { name: 'refused', count: item.rows_refused, tone: 'bad' },
              ]}
            />
          )}
          <Group gap="sm">
            {!discarded && (
              <Button component={Link} to={paths.institutionStudents()}>
                {t('import.done.students')}
              </Button>
            )}
            <Button component={Link} to={paths.institutionBulk()} variant="default">
              {t('import.done.another')}
            </Button>
            {undoable && <UndoImport item={item} />}
          </Group>
        </div>
      </Panel>
      {!discarded && item.rows_refused > 0 && <RefusedRows item={item} />}
      <FileFacts item={item} />
    </>
  );
}

function titleOf(item: Import) {
  if (item.status === 'undone') return 'undoneTitle';
  if (item.status === 'cancelled') return item.confirmed_at === null ? 'discardedTitle' : 'stoppedTitle';
  return item.rows_enrolled === 0 ? 'titleNone' : 'title';
}

function When({ item }: { item: Import }) {
  const { t } = useTranslation('institution');
  if (item.undone_at !== null) return t('import.done.undoneOn', { time: formatDateTime(item.undone_at) });
  return item.finished_at === null ? null : t('import.done.finished', { time: formatDateTime(item.finished_at) });
}
