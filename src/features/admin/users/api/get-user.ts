import { queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { personDetailSchema } from '../schemas';
import { userKeys } from './keys';

async function getUser(personId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(supabase.rpc('get_user', { p_person_id: personId }).abortSignal(signal), personDetailSchema);
}

/** One person. Needs `users.read`; the document only comes with `identity.review`. Code: person_not_found. */
export const userQueryOptions = (personId: string) =>
  queryOptions({
    queryKey: userKeys.detail(personId),
    queryFn: ({ signal }) => getUser(personId, signal),
    staleTime: 0,
  });
