import type { InstitutionFilters } from '../model/filters';

type Section = 'team' | 'numbers' | 'imports' | 'history';

export const institutionKeys = {
  all: ['console-institutions'] as const,
  list: (filters: InstitutionFilters) => [...institutionKeys.all, 'list', filters] as const,
  detail: (institutionId: string) => [...institutionKeys.all, 'detail', institutionId] as const,
  section: (institutionId: string, section: Section) => [...institutionKeys.all, section, institutionId] as const,
};
