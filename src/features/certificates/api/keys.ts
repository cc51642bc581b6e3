export const certificateKeys = {
  all: ['certificates'] as const,
  list: (userId: string, trackId: string) => [...certificateKeys.all, 'list', userId, trackId] as const,
  detail: (certificateId: string) => [...certificateKeys.all, 'detail', certificateId] as const,
};
