export const examKeys = {
  all: ['exam'] as const,
  eligibility: (trackId: string) => [...examKeys.all, 'eligibility', trackId] as const,
  history: (trackId: string, userId: string, page: number) =>
    [...examKeys.all, 'history', trackId, userId, page] as const,
  identity: (userId: string) => [...examKeys.all, 'identity', userId] as const,
};
