import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { moduleListSchema } from '../schemas';
import { programKeys, type ModuleQuery } from './keys';

const modulesPerPage = 25;

async function listModules({ search, state, after }: ModuleQuery, signal: AbortSignal) {
  const supabase = await getSupabase();
  const args = {
    p_search: search === '' ? undefined : search,
    p_state: state ?? undefined,
    p_after: after ?? undefined,
    p_limit: modulesPerPage,
  };
  return checked(supabase.rpc('list_catalogue_modules', args).abortSignal(signal), moduleListSchema);
}

/** One page of all modules, by title. */
export const moduleListQueryOptions = (query: ModuleQuery) =>
  queryOptions({
    queryKey: programKeys.modules(query),
    queryFn: ({ signal }) => listModules(query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
