import { type AuditFilters, periodOf } from '../model/filters';

/** The filters as `export-list` takes them. */
export const exportParams = (filters: AuditFilters) => ({
  actor: filters.actor ?? undefined,
  action: filters.action || undefined,
  subjectType: filters.subjectType || undefined,
  subjectId: filters.subjectId || undefined,
  ...periodOf(filters),
});
