import type { LeadFilters } from '../model/filters';
import { assigneeArgument } from './assignee-argument';

/** The filters as `export-list` takes them. The board has no filter by status and none by what is late. */
export function exportParams(filters: LeadFilters) {
  const table = filters.view === 'table';
  return {
    search: filters.search || undefined,
    kind: filters.kind ?? undefined,
    assignee: assigneeArgument(filters.assignee),
    status: table && filters.statuses.length > 0 ? filters.statuses : undefined,
    overdue: (table && filters.overdue) || undefined,
    sort: filters.sort,
    descending: filters.descending,
  };
}
