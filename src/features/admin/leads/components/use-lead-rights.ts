import { useAccess } from '~/entities/permissions/access';

/** What to offer. The database decides again whatever is asked. */
export function useLeadRights() {
  const permissions = useAccess().data?.permissions ?? [];
  const mayManage = permissions.includes('leads.manage');
  return {
    mayManage,
    mayConvert: mayManage && permissions.includes('institutions.manage'),
    maySeeInstitution: permissions.includes('institutions.read'),
  };
}
