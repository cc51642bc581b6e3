import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { notificationKeys } from './keys';

/** Beyond this nobody counts, so the database need not either. */
export const mostCounted = 99;

async function countUnread(userId: string, signal: AbortSignal): Promise<number> {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('notifications')
    .select('id')
    .eq('user_id', userId)
    .is('read_at', null)
    .limit(mostCounted + 1)
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return data.length;
}

/** Asked again each minute, while somebody looks at the tab. */
export const unreadQueryOptions = (userId: string) =>
  queryOptions({
    queryKey: notificationKeys.unread(userId),
    queryFn: ({ signal }) => countUnread(userId, signal),
    refetchInterval: 60_000,
  });
