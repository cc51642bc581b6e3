import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { invitationsSchema } from '../schemas';
import { roleKeys } from './keys';

async function listInvitations(signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('list_staff_invitations').abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = invitationsSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Invitations of staff that are neither accepted nor withdrawn, newest first. */
export const invitationsQueryOptions = () =>
  queryOptions({
    queryKey: roleKeys.invitations(),
    queryFn: ({ signal }) => listInvitations(signal),
    staleTime: 0,
  });
