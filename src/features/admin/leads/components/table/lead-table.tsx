import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { DataState } from '~/components/data-state';
import { ListPages } from '~/components/list-pages';
import { LoadingState } from '~/components/loading-state';
import { leadListQueryOptions, leadsPerPage } from '../../api/list-leads';
import type { LeadFilters } from '../../model/filters';
import { NoLeads } from '../no-leads';
import type { ChangeFilters } from '../use-lead-filters';
import { LeadCards } from './lead-cards';
import { LeadRows } from './lead-rows';

/** The leads as a list that the server filters, sorts and pages; late ones first unless another order is asked for. */
export function LeadTable({ filters, change }: { filters: LeadFilters; change: ChangeFilters }) {
  const { view: _view, column: _column, ...query } = filters;
  const list = useQuery(leadListQueryOptions(query));
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const Rows = narrow ? LeadCards : LeadRows;
  return (
    <DataState
      query={list}
      loading={<LoadingState lines={8} height={52} />}
      isEmpty={({ total }) => total === 0}
      empty={<NoLeads filters={filters} change={change} />}
    >
      {({ total, rows }) => (
        <div aria-busy={list.isPlaceholderData}>
          <Rows rows={rows} filters={filters} change={change} />
          <ListPages
            total={total}
            page={filters.page}
            perPage={leadsPerPage}
            onPage={(page, how) => change({ page }, how)}
          />
        </div>
      )}
    </DataState>
  );
}
