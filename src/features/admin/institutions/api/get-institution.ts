import { queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { institutionDetailSchema } from '../schemas';
import { institutionKeys } from './keys';

async function getInstitution(institutionId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(
    supabase.rpc('get_institution', { p_institution_id: institutionId }).abortSignal(signal),
    institutionDetailSchema,
  );
}

/** One institution with its blocks of seats. Needs `institutions.read`. Code: institution_not_found. */
export const institutionQueryOptions = (institutionId: string) =>
  queryOptions({
    queryKey: institutionKeys.detail(institutionId),
    queryFn: ({ signal }) => getInstitution(institutionId, signal),
    staleTime: 0,
  });
