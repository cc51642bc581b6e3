import { queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { moduleDetailSchema } from '../schemas';
import { programKeys } from './keys';

async function getModule(moduleId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(
    supabase.rpc('get_catalogue_module', { p_module_id: moduleId }).abortSignal(signal),
    moduleDetailSchema,
  );
}

/** A module as it is published and as it is prepared. A form that is open is not filled anew behind the person's back. */
export const moduleDetailQueryOptions = (moduleId: string) =>
  queryOptions({
    queryKey: programKeys.module(moduleId),
    queryFn: ({ signal }) => getModule(moduleId, signal),
    staleTime: 0,
    // An old version in the cache would make the next save a conflict.
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
