import { useCurrentUser } from '~/entities/session/use-session';

/** Who did something: `me`, a colleague's name, or null for somebody who no longer manages the institution. */
export function useManagerName() {
  const user = useCurrentUser();
  return (userId: string | null): string | null => (userId === user.id ? 'me' : null);
}
