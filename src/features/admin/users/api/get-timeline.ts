import { infiniteQueryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { timelineSchema } from '../schemas';
import { userKeys } from './keys';

const newest = 0;

async function getTimeline(personId: string, before: number, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(
    supabase
      .rpc('user_timeline', { p_person_id: personId, p_before: before === newest ? undefined : before })
      .abortSignal(signal),
    timelineSchema,
  );
}

/** What happened to a person, newest first: the audit log with `audit.read`, else their own events. */
export const timelineQueryOptions = (personId: string) =>
  infiniteQueryOptions({
    queryKey: userKeys.section(personId, 'timeline'),
    queryFn: ({ pageParam, signal }) => getTimeline(personId, pageParam, signal),
    initialPageParam: newest,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
