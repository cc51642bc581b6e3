import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { examKeys } from './keys';

async function getIdentity(userId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('identity_verifications')
    .select('id, document_kind, status, note, created_at, reviewed_at')
    .eq('user_id', userId)
    .order('created_at', { ascending: false })
    .limit(1)
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return data[0] ?? null;
}

export type IdentityDocument = NonNullable<Awaited<ReturnType<typeof getIdentity>>>;

/** The document handed in last, which is the one that counts; null when there is none. */
export const identityQueryOptions = (userId: string) =>
  queryOptions({ queryKey: examKeys.identity(userId), queryFn: ({ signal }) => getIdentity(userId, signal) });
