import type { UserFilters } from '../model/filters';

export type Section = 'enrolments' | 'attempts' | 'payments' | 'exams' | 'certificates' | 'timeline';

export const userKeys = {
  all: ['users'] as const,
  list: (filters: UserFilters) => [...userKeys.all, 'list', filters] as const,
  detail: (personId: string) => [...userKeys.all, 'detail', personId] as const,
  section: (personId: string, section: Section) => [...userKeys.all, section, personId] as const,
};
