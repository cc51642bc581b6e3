import type { BulkKind, BulkStatus, RowState } from '../schemas';

export type JobQuery = { kind: BulkKind | null; status: BulkStatus | null; page: number };

export const bulkKeys = {
  all: ['admin-bulk'] as const,
  lists: () => [...bulkKeys.all, 'list'] as const,
  list: (query: JobQuery) => [...bulkKeys.lists(), query] as const,
  job: (id: string) => [...bulkKeys.all, 'job', id] as const,
  rows: (id: string, state: RowState | null) => [...bulkKeys.job(id), 'rows', state] as const,
};
