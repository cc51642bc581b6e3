import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { ListPages } from '~/components/list-pages';
import { LoadingState } from '~/components/loading-state';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { useListAddress } from '~/lib/use-list-address';
import { jobsPerPage, jobsQueryOptions } from '../api/list-jobs';
import { type BulkJob, bulkKinds, bulkStatuses } from '../schemas';
import classes from './bulk.module.css';
import { JobStatus } from './job-status';
import { useBulkTexts } from './use-bulk-texts';

/** Newest first. Each row leads to what became of everybody in it. */
export function JobList() {
  const { t } = useTranslation('adminBulk');
  const { address, turnTo, clear } = useListAddress();
  const query = {
    kind: bulkKinds.find((kind) => kind === address.get('kind')) ?? null,
    status: bulkStatuses.find((status) => status === address.get('status')) ?? null,
    page: Math.max(1, Number.parseInt(address.get('page') ?? '1', 10) || 1),
  };
  const jobs = useQuery(jobsQueryOptions(query));
  const filtered = query.kind !== null || query.status !== null;
  return (
    <DataState
      query={jobs}
      loading={<LoadingState lines={5} height={72} />}
      isEmpty={({ total }) => total === 0}
      empty={
        <EmptyState
          icon={IconUsersGroup}
          title={t(filtered ? 'list.noMatch' : 'list.empty')}
          body={filtered ? undefined : t('list.emptyBody')}
          action={
            filtered ? (
              <Button variant="default" mt="sm" onClick={clear}>
                {t('list.clear')}
              </Button>
            ) : undefined
          }
        />
      }
    >
      {({ rows, total }) => (
        <>
          <ul className={classes.jobs} aria-label={t('list.label')}>
            {rows.map((job) => (
              <JobItem key={job.id} job={job} />
            ))}
          </ul>
          <ListPages page={query.page} perPage={jobsPerPage} total={total} onPage={turnTo} />
        </>
      )}
    </DataState>
  );
}

function JobItem({ job }: { job: BulkJob }) {
  const { t } = useTranslation('adminBulk');
  const { about } = useBulkTexts();
  return (
    <li>
      <div className={classes.what}>
        <Link to={paths.adminBulkJob(job.id)}>{t(`kind.${job.kind}`)}</Link>
        <span>{about(job)}</span>
      </div>
      <div className={classes.facts}>
        <span>{t('list.people', { count: job.total, shown: job.total.toLocaleString('en-IN') })}</span>
        <span>{t('list.by', { who: job.created_by ?? t('list.somebody'), when: formatDateTime(job.created_at) })}</span>
      </div>
      <JobStatus status={job.status} />
    </li>
  );
}
