import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { staffListSchema } from '../schemas';
import { roleKeys, type StaffQuery } from './keys';

export const staffPerPage = 25;

async function listStaff({ search, roleId, page }: StaffQuery, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .rpc('list_staff', {
      p_search: search,
      p_role_id: roleId ?? undefined,
      p_limit: staffPerPage,
      p_offset: (page - 1) * staffPerPage,
    })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = staffListSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

export const staffQueryOptions = (query: StaffQuery) =>
  queryOptions({
    queryKey: roleKeys.staff(query),
    queryFn: ({ signal }) => listStaff(query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
