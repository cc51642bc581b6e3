import { useAccess } from '~/entities/permissions/access';

/** What to offer. The database decides again whatever is asked. */
export function useUserRights() {
  const permissions = useAccess().data?.permissions ?? [];
  const may = (permission: string) => permissions.includes(permission);
  return {
    mayManage: may('users.manage'),
    mayReview: may('identity.review'),
    mayEnrol: may('enrolments.manage'),
    mayInviteStaff: may('roles.manage'),
    mayRunBulk: may('bulk.run'),
    maySeePayments: may('payments.read'),
    maySeeExams: may('exams.read'),
    maySeeCertificates: may('certificates.read'),
    maySeeInstitutions: may('institutions.read'),
  };
}
