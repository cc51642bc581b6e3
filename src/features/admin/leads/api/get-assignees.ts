import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { leadKeys } from './keys';

async function getAssignees(signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('lead_assignees').abortSignal(signal);
  if (error) throw toAppError(error);
  return data.map(({ user_id, full_name }) => ({ id: user_id, name: full_name }));
}

/** Colleagues to whom a lead can be given, by name. */
export const assigneesQueryOptions = () =>
  queryOptions({
    queryKey: leadKeys.assignees(),
    queryFn: ({ signal }) => getAssignees(signal),
    staleTime: 300_000,
  });
