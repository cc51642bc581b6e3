import type { TestFilters } from '../model/filters';

export type Period = { from: string | null; to: string | null };

export const testEditingKeys = {
  all: ['test-editing'] as const,
  lists: () => [...testEditingKeys.all, 'list'] as const,
  list: (filters: TestFilters) => [...testEditingKeys.lists(), filters] as const,
  track: (trackId: string) => [...testEditingKeys.lists(), 'track', trackId] as const,
  detail: (testId: string) => [...testEditingKeys.all, 'detail', testId] as const,
  analysis: (testId: string, period: Period) => [...testEditingKeys.all, 'analysis', testId, period] as const,
};
