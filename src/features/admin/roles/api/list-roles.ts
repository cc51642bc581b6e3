import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { rolesSchema } from '../schemas';
import { roleKeys } from './keys';

async function listRoles(signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('list_roles').abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = rolesSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** All roles, system ones first, and all permissions there are. */
export const rolesQueryOptions = () =>
  queryOptions({ queryKey: roleKeys.list(), queryFn: ({ signal }) => listRoles(signal), staleTime: 0 });
