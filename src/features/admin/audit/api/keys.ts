import type { AuditFilters } from '../model/filters';

export const auditKeys = {
  all: ['audit'] as const,
  list: (filters: AuditFilters) => [...auditKeys.all, 'list', filters] as const,
  entry: (id: number) => [...auditKeys.all, 'entry', id] as const,
  actors: (search: string, actor: string | null) => [...auditKeys.all, 'actors', search, actor] as const,
};
