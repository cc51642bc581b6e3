export const notificationKeys = {
  all: ['notifications'] as const,
  unread: (userId: string) => [...notificationKeys.all, 'unread', userId] as const,
  list: (userId: string, page: number) => [...notificationKeys.all, 'list', userId, page] as const,
};
