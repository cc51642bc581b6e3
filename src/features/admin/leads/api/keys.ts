import type { LeadFilters } from '../model/filters';

export type BoardQuery = Pick<LeadFilters, 'search' | 'kind' | 'assignee'> & { limit: number };
export type ListQuery = Omit<LeadFilters, 'view' | 'column'>;

export const leadKeys = {
  all: ['leads'] as const,
  boards: () => [...leadKeys.all, 'board'] as const,
  board: (query: BoardQuery) => [...leadKeys.boards(), query] as const,
  lists: () => [...leadKeys.all, 'list'] as const,
  list: (query: ListQuery) => [...leadKeys.lists(), query] as const,
  details: () => [...leadKeys.all, 'detail'] as const,
  detail: (leadId: string) => [...leadKeys.details(), leadId] as const,
  history: (leadId: string, onlyNotes: boolean) => [...leadKeys.all, 'history', leadId, onlyNotes] as const,
  institution: (institutionId: string) => [...leadKeys.all, 'institution', institutionId] as const,
  assignees: () => [...leadKeys.all, 'assignees'] as const,
};
