import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { eventDetailSchema } from '../schemas';
import { operationKeys } from './keys';

async function getEvent(id: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('get_webhook_event', { p_id: id }).abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = eventDetailSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** One stored event with the keys of its body. Throws `event_not_found`. */
export const eventQueryOptions = (id: string) =>
  queryOptions({ queryKey: operationKeys.event(id), queryFn: ({ signal }) => getEvent(id, signal), staleTime: 0 });
