import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { overviewSchema } from '../schemas';
import { operationKeys } from './keys';

async function getOverview(signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('operations_overview').abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = overviewSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Counts and vendors; looked at again while the page stands open, since workers go on. */
export const overviewQueryOptions = () =>
  queryOptions({
    queryKey: operationKeys.overview(),
    queryFn: ({ signal }) => getOverview(signal),
    staleTime: 0,
    refetchInterval: 30_000,
  });
