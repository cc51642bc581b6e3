import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { useListAddress } from '~/lib/use-list-address';
import { readJobFilters } from '../model/filters';
import { JobFilterFields } from './job-filter-fields';
import { JobList } from './job-list';
import { KindCounts } from './kind-counts';
import { OperationsHead } from './operations-head';

/** What we do for the outside world. One job opens over it, in a drawer with an address of its own. */
export default function OutboxPage() {
  const filters = readJobFilters(useListAddress().address);
  return (
    <>
      <OperationsHead />
      <KindCounts />
      <JobFilterFields filters={filters} />
      <JobList filters={filters} />
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}
