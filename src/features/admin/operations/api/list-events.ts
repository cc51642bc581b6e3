import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import type { EventFilters } from '../model/filters';
import { eventListSchema } from '../schemas';
import { operationKeys } from './keys';

async function listEvents({ provider, state, error: search, cursor }: EventFilters, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .rpc('list_webhook_events', {
      p_provider: provider || undefined,
      p_state: state ?? undefined,
      p_search: search || undefined,
      p_after: cursor === null ? undefined : { id: cursor.id, at: cursor.at },
      p_newer: cursor?.newer,
    })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = eventListSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

export const eventsQueryOptions = (filters: EventFilters) =>
  queryOptions({
    queryKey: operationKeys.events(filters),
    queryFn: ({ signal }) => listEvents(filters, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
