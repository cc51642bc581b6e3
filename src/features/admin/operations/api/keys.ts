import type { EventFilters, JobFilters } from '../model/filters';

export const operationKeys = {
  all: ['operations'] as const,
  overview: () => [...operationKeys.all, 'overview'] as const,
  jobs: (filters: JobFilters) => [...operationKeys.all, 'jobs', filters] as const,
  job: (id: string) => [...operationKeys.all, 'job', id] as const,
  events: (filters: EventFilters) => [...operationKeys.all, 'events', filters] as const,
  event: (id: string) => [...operationKeys.all, 'event', id] as const,
};
