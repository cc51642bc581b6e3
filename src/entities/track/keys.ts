export const trackKeys = {
  all: ['tracks'] as const,
  list: () => [...trackKeys.all, 'list'] as const,
  detail: (trackId: string) => [...trackKeys.all, 'detail', trackId] as const,
};
