import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { leadDetailSchema } from '../schemas';
import { leadKeys } from './keys';

async function getLead(leadId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('get_lead', { p_lead_id: leadId }).abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = leadDetailSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Everything about one lead but its history. Throws `lead_not_found`. */
export const leadQueryOptions = (leadId: string) =>
  queryOptions({ queryKey: leadKeys.detail(leadId), queryFn: ({ signal }) => getLead(leadId, signal), staleTime: 0 });
