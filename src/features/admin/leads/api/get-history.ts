import { infiniteQueryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { historySchema } from '../schemas';
import { leadKeys } from './keys';

const eventsPerPage = 10;
/** No event has this id. */
const newest = 0;

async function getHistory(leadId: string, onlyNotes: boolean, before: number, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .rpc('lead_history', {
      p_lead_id: leadId,
      p_only_notes: onlyNotes,
      p_before: before === newest ? undefined : before,
      // One more than a page tells whether another page follows.
      p_limit: eventsPerPage + 1,
    })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = historySchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  const { total, rows } = parsed.data;
  return { total, events: rows.slice(0, eventsPerPage), hasMore: rows.length > eventsPerPage };
}

/** What happened to a lead, or only what was noted, newest first; older ones page by page. */
export const historyQueryOptions = (leadId: string, onlyNotes: boolean) =>
  infiniteQueryOptions({
    queryKey: leadKeys.history(leadId, onlyNotes),
    queryFn: ({ pageParam, signal }) => getHistory(leadId, onlyNotes, pageParam, signal),
    initialPageParam: newest,
    getNextPageParam: ({ events, hasMore }) => (hasMore ? events.at(-1)?.id : undefined),
    staleTime: 0,
  });
