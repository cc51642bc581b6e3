import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataState } from '~/components/data-state';
import { boardQueryOptions } from '../../api/get-board';
import type { LeadFilters } from '../../model/filters';
import type { ChangeFilters } from '../use-lead-filters';
import { NoLeads } from '../no-leads';
import { BoardColumns } from './board-columns';
import { BoardLoading } from './board-loading';
import { BoardSummary } from './board-summary';
import { BoardTabs } from './board-tabs';

const cardsAtOnce = 10;

/** The pipeline by status. A phone has room for one column at a time. */
export function LeadBoard({ filters, change }: { filters: LeadFilters; change: ChangeFilters }) {
  const { search, kind, assignee } = filters;
  const [limit, setLimit] = useState(cardsAtOnce);
  const board = useQuery(boardQueryOptions({ search, kind, assignee, limit }));
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const Columns = narrow ? BoardTabs : BoardColumns;
  return (
    <DataState
      query={board}
      loading={<BoardLoading narrow={narrow} />}
      isEmpty={(columns) => columns.every(({ count }) => count === 0)}
      empty={<NoLeads filters={filters} change={change} />}
    >
      {(columns) => (
        <>
          <BoardSummary board={columns} change={change} />
          <Columns
            board={columns}
            filters={filters}
            change={change}
            busy={board.isPlaceholderData}
            onMore={() => setLimit((shown) => shown + cardsAtOnce)}
          />
        </>
      )}
    </DataState>
  );
}
