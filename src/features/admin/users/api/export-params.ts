import type { UserFilters } from '../model/filters';

/** The filters as `export-list` takes them. */
export const exportParams = (filters: UserFilters) => ({
  search: filters.search || undefined,
  kind: filters.kind ?? undefined,
  status: filters.status ?? undefined,
  trackId: filters.track ?? undefined,
  enrolment: filters.enrolment ?? undefined,
  identity: filters.identity ?? undefined,
  sort: filters.sort,
  descending: filters.descending,
});
