import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { staffSchema } from '../schemas';
import { roleKeys } from './keys';

async function getStaff(staffId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('get_staff', { p_staff_id: staffId }).abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = staffSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** One member of staff with their roles. Throws `not_staff`. */
export const staffMemberQueryOptions = (staffId: string) =>
  queryOptions({
    queryKey: roleKeys.member(staffId),
    queryFn: ({ signal }) => getStaff(staffId, signal),
    staleTime: 0,
  });
