export const enrolmentKeys = {
  all: ['enrolments'] as const,
  list: (userId: string) => [...enrolmentKeys.all, 'list', userId] as const,
};
