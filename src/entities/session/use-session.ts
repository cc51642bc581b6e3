import { useSyncExternalStore } from 'react';
import { readSession, subscribeSession } from './session-store';

export const useSession = () => useSyncExternalStore(subscribeSession, readSession, readSession);

/** The signed-in person. Only below a guard; throws elsewhere, since a page without its guard is a defect. */
export function useCurrentUser() {
  const session = useSession();
  if (session.status !== 'signed-in') throw new Error('useCurrentUser outside a guarded area');
  return { id: session.userId, email: session.email };
}
