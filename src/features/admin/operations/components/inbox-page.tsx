import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { useListAddress } from '~/lib/use-list-address';
import { readEventFilters } from '../model/filters';
import { EventFilterFields } from './event-filter-fields';
import { EventList } from './event-list';
import { OperationsHead } from './operations-head';
import { ProviderCounts } from './provider-counts';

/** What vendors told us. One event opens over it, in a drawer with an address of its own. */
export default function InboxPage() {
  const filters = readEventFilters(useListAddress().address);
  return (
    <>
      <OperationsHead />
      <ProviderCounts />
      <EventFilterFields filters={filters} />
      <EventList filters={filters} />
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}
