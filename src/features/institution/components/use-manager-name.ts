import { useQuery } from '@tanstack/react-query';
import { useCurrentUser } from '~/entities/session/use-session';
import { teamQueryOptions } from '../api/get-team';
import { useInstitution } from './use-institution';

/** Who did something: `me`, a colleague's name, or null for somebody who no longer manages the institution. */
export function useManagerName() {
  const user = useCurrentUser();
  const team = useQuery(teamQueryOptions(useInstitution().id));
  return (userId: string | null): string | null => {
    if (userId === user.id) return 'me';
    const name = team.data?.managers.find((manager) => manager.user_id === userId)?.full_name ?? '';
    return name === '' ? null : name;
  };
}
