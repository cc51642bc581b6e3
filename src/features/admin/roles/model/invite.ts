import type { StaffInvite } from '../api/invite-staff';

export type InviteFault = 'invalid_email' | 'invalid_full_name' | 'roles_needed';

export const emptyInvite: StaffInvite = { email: '', fullName: '', roleIds: [] };

/** As the database judges it, so that a reason is not asked for in vain. */
export function inviteFaultsOf({ email, fullName, roleIds }: StaffInvite): InviteFault[] {
  return [
    ...(fullName.trim() === '' ? (['invalid_full_name'] as const) : []),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? [] : (['invalid_email'] as const)),
    ...(roleIds.length === 0 ? (['roles_needed'] as const) : []),
  ];
}
