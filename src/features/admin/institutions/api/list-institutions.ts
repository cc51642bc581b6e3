import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import type { InstitutionFilters } from '../model/filters';
import { institutionListSchema } from '../schemas';
import { institutionKeys } from './keys';

async function listInstitutions(filters: InstitutionFilters, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(
    supabase
      .rpc('list_institutions', {
        p_search: filters.search,
        p_kind: filters.kind ?? undefined,
        p_status: filters.status ?? undefined,
        p_seats: filters.seats ?? undefined,
        p_sort: filters.sort,
        p_descending: filters.descending,
        p_after: filters.cursor ?? undefined,
      })
      .abortSignal(signal),
    institutionListSchema,
  );
}

/** A page of institutions with how their seats stand. Needs `institutions.read`. */
export const institutionsQueryOptions = (filters: InstitutionFilters) =>
  queryOptions({
    queryKey: institutionKeys.list(filters),
    queryFn: ({ signal }) => listInstitutions(filters, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
