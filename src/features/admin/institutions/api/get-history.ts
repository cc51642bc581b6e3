import { infiniteQueryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { historySchema } from '../schemas';
import { institutionKeys } from './keys';

const newest = 0;

async function getHistory(institutionId: string, before: number, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(
    supabase
      .rpc('institution_history', {
        p_institution_id: institutionId,
        p_before: before === newest ? undefined : before,
      })
      .abortSignal(signal),
    historySchema,
  );
}

/** What the audit log has about an institution, newest first. Needs `audit.read` too. */
export const historyQueryOptions = (institutionId: string) =>
  infiniteQueryOptions({
    queryKey: institutionKeys.section(institutionId, 'history'),
    queryFn: ({ pageParam, signal }) => getHistory(institutionId, pageParam, signal),
    initialPageParam: newest,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
