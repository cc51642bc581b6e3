import { Table } from '@mantine/core';
import { IconFilterOff, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CursorPages } from '~/components/cursor-pages';
import { DataState } from '~/components/data-state';
import { DrawerLink } from '~/components/drawer-link';
import { EmptyState } from '~/components/empty-state';
import { LoadingState } from '~/components/loading-state';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { useListAddress } from '~/lib/use-list-address';
import { jobsQueryOptions } from '../api/list-jobs';
import { type JobFilters, writeCursor } from '../model/filters';
import type { Job } from '../schemas';
import { JobStatusBadge } from './job-status';
import { ListTable } from './list-table';
import classes from './operations.module.css';
import { useOperationWords } from './use-operation-words';

export function JobList({ filters }: { filters: JobFilters }) {
  const { t } = useTranslation('adminOperations');
  const { filter } = useListAddress();
  const list = useQuery(jobsQueryOptions(filters));
  const filtered = filters.status !== null || filters.kind !== '' || filters.error !== '';
  return (
    <DataState
      query={list}
      loading={<LoadingState lines={8} height={48} />}
      isEmpty={({ rows }) => rows.length === 0}
      empty={
        filtered ? (
          <EmptyState icon={IconFilterOff} title={t('jobs.empty')} body={t('jobs.emptyBody')} />
        ) : (
          <EmptyState icon={IconSend} title={t('jobs.none')} body={t('jobs.noneBody')} />
        )
      }
    >
      {({ rows, next, previous, total, total_capped }) => (
        <div aria-busy={list.isPlaceholderData}>
          <ListTable
            label={t('jobs.label')}
            minWidth={820}
            headings={[t('jobs.kind'), t('jobs.status'), t('jobs.created'), t('jobs.attempts'), t('jobs.error')]}
          >
            {rows.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </ListTable>
          <CursorPages
            total={total}
            capped={total_capped}
            previous={previous && writeCursor({ ...previous, newer: true })}
            next={next && writeCursor({ ...next, newer: false })}
            onTurn={(cursor) => filter({ cursor })}
          />
        </div>
      )}
    </DataState>
  );
}

function JobRow({ job }: { job: Job }) {
  const words = useOperationWords();
  const { address } = useListAddress();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <DrawerLink to={paths.adminJob(job.id)} search={address.toString()}>
          {words.kind(job.kind)}
        </DrawerLink>
      </Table.Th>
      <Table.Td>
        <JobStatusBadge status={job.status} />
      </Table.Td>
      <Table.Td className={classes.nowrap}>{formatDateTime(job.created_at)}</Table.Td>
      <Table.Td>{job.attempts}</Table.Td>
      <Table.Td className={classes.error}>{job.last_error}</Table.Td>
    </Table.Tr>
  );
}
