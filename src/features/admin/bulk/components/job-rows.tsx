import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { Panel } from '~/components/panel';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import { ExportMenu } from '~/entities/exported-list/export-menu';
import { useAccess } from '~/entities/permissions/access';
import { paths } from '~/lib/paths';
import { useListAddress } from '~/lib/use-list-address';
import { bulkRowsQueryOptions } from '../api/list-rows';
import { type BulkJobDetail, type BulkRow, type RowState, rowStates } from '../schemas';
import classes from './bulk.module.css';
import { useBulkTexts } from './use-bulk-texts';

/** What became of each person, for those who may see people; as a file, too. */
export function JobRows({ job }: { job: BulkJobDetail }) {
  const { t } = useTranslation('adminBulk');
  const mayLook = useAccess().data?.permissions.includes('users.read') === true;
  const { address, filter } = useListAddress();
  const state = rowStates.find((each) => each === address.get('state')) ?? null;
  if (!mayLook) return null;
  return (
    <Panel
      title={t('job.results')}
      note={<ExportMenu request={(format) => ({ list: 'bulk-results', format, params: { jobId: job.id } })} />}
    >
      <Group mb="sm">
        <NativeSelect
          label={t('job.show')}
          data={[
            { value: '', label: t('job.allRows') },
            ...rowStates.map((each) => ({ value: each, label: t(`job.numbers.${each}`) })),
          ]}
          value={state ?? ''}
          onChange={({ currentTarget }) => filter({ state: currentTarget.value })}
        />
      </Group>
      <Rows job={job} state={state} />
    </Panel>
  );
}

function Rows({ job, state }: { job: BulkJobDetail; state: RowState | null }) {
  const { t } = useTranslation('adminBulk');
  const query = useInfiniteQuery(bulkRowsQueryOptions(job.id, state));
  const { refetch } = query;
  // Rows change in batches: when the numbers have moved, and once more at the end.
  const moved = `${job.status} ${job.changed + job.skipped + job.refused}`;
  useEffect(() => {
    void refetch();
  }, [moved, refetch]);
  return (
    <DataState
      query={query}
      isEmpty={({ pages }) => pages.every(({ rows }) => rows.length === 0)}
      empty={<Text c="dimmed">{t('job.noRows')}</Text>}
    >
      {({ pages }) => (
        <>
          <ul className={classes.rows} aria-label={t('job.results')}>
            {pages
              .flatMap(({ rows }) => rows)
              .map((row) => (
                <RowItem key={row.row} row={row} />
              ))}
          </ul>
          {query.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('job.more')}
            </Button>
          )}
        </>
      )}
    </DataState>
  );
}

const tones: Record<RowState, StatusTone> = { waiting: 'waiting', changed: 'good', skipped: 'neutral', refused: 'bad' };

function RowItem({ row }: { row: BulkRow }) {
  const { outcome } = useBulkTexts();
  const name = row.name || row.email;
  return (
    <li>
      <span className={classes.number}>{row.row}</span>
      <div className={classes.person}>
        {row.user_id === null ? <strong>{name}</strong> : <Link to={paths.adminUser(row.user_id)}>{name}</Link>}
        {row.name && <span>{row.email}</span>}
      </div>
      <div>
        <StatusBadge tone={tones[row.state]} label={outcome(row.outcome)} />
      </div>
    </li>
  );
}
