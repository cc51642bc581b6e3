import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import type { UserFilters } from '../model/filters';
import { personListSchema } from '../schemas';
import { userKeys } from './keys';

async function listUsers(filters: UserFilters, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(
    supabase
      .rpc('list_users', {
        p_search: filters.search,
        p_kind: filters.kind ?? undefined,
        p_status: filters.status ?? undefined,
        p_track_id: filters.track ?? undefined,
        p_enrolment: filters.enrolment ?? undefined,
        p_identity: filters.identity ?? undefined,
        p_sort: filters.sort,
        p_descending: filters.descending,
        p_after: filters.cursor ?? undefined,
        p_limit: 25,
      })
      .abortSignal(signal),
    personListSchema,
  );
}

/** A page of people. Needs `users.read`. */
export const usersQueryOptions = (filters: UserFilters) =>
  queryOptions({
    queryKey: userKeys.list(filters),
    queryFn: ({ signal }) => listUsers(filters, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
