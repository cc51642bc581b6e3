import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { profileKeys } from './keys';

async function getProfile(userId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('profiles')
    .select('user_id, email, full_name, phone, organization, designation, location, bio, photo_path')
    .eq('user_id', userId)
    .abortSignal(signal)
    .single();
  if (error) throw toAppError(error);
  return data;
}

export type Profile = Awaited<ReturnType<typeof getProfile>>;

/** The person's own profile. */
export const profileQueryOptions = (userId: string) =>
  queryOptions({
    queryKey: profileKeys.own(userId),
    queryFn: ({ signal }) => getProfile(userId, signal),
    staleTime: 60_000,
  });
