import { useAccess } from '~/entities/permissions/access';

/** What to offer. The database decides again whatever is asked. */
export function useInstitutionRights() {
  const permissions = useAccess().data?.permissions ?? [];
  return {
    mayManage: permissions.includes('institutions.manage'),
    maySeeHistory: permissions.includes('audit.read'),
    maySeeUsers: permissions.includes('users.read'),
  };
}
