export type StaffQuery = { search: string; roleId: string | null; page: number };

export const roleKeys = {
  all: ['roles'] as const,
  list: () => [...roleKeys.all, 'list'] as const,
  staff: (query: StaffQuery) => [...roleKeys.all, 'staff', query] as const,
  member: (staffId: string) => [...roleKeys.all, 'member', staffId] as const,
  invitations: () => [...roleKeys.all, 'invitations'] as const,
};
