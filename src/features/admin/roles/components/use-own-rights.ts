import { useAccess } from '~/entities/permissions/access';

/** What the signed-in person holds. The database decides again whatever is asked. */
export function useOwnRights() {
  const held = useAccess().data?.permissions ?? [];
  return { held, mayInvite: held.includes('users.manage') };
}
