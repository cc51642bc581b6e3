import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { notificationKeys } from './keys';

const pageSize = 6;

async function listNotifications(userId: string, page: number, signal: AbortSignal) {
  const supabase = await getSupabase();
  const first = page * pageSize;
  const { data, error } = await supabase
    .from('notifications')
    .select('id, kind, params, link, read_at, created_at')
    .eq('user_id', userId)
    .order('created_at', { ascending: false })
    .order('id')
    // One more than a page tells whether another page follows.
    .range(first, first + pageSize)
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return { notifications: data.slice(0, pageSize), hasMore: data.length > pageSize };
}

export type Notification = Awaited<ReturnType<typeof listNotifications>>['notifications'][number];

/** Own notifications, newest first; pages count from 0. */
export const notificationsQueryOptions = (userId: string, page: number) =>
  queryOptions({
    queryKey: notificationKeys.list(userId, page),
    queryFn: ({ signal }) => listNotifications(userId, page, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: 60_000,
  });
