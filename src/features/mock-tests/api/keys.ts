export const testKeys = {
  all: ['mock-tests'] as const,
  byTrack: (trackId: string) => [...testKeys.all, 'track', trackId] as const,
  detail: (testId: string) => [...testKeys.all, 'test', testId] as const,
  /** Everything that changes with the learner's own attempts at a test. */
  mine: (testId: string) => [...testKeys.all, 'mine', testId] as const,
  standing: (testId: string, userId: string) => [...testKeys.mine(testId), 'standing', userId] as const,
  history: (testId: string, userId: string, page: number) =>
    [...testKeys.mine(testId), 'history', userId, page] as const,
  attempt: (attemptId: string) => [...testKeys.all, 'attempt', attemptId] as const,
  review: (attemptId: string) => [...testKeys.all, 'review', attemptId] as const,
};
