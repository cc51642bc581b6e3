import { queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { teamSchema } from '../schemas';
import { institutionKeys } from './keys';

async function getTeam(institutionId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(supabase.rpc('institution_team', { p_institution_id: institutionId }).abortSignal(signal), teamSchema);
}

/** Who manages the institution and who is invited to. Needs `institutions.read`. */
export const teamQueryOptions = (institutionId: string) =>
  queryOptions({
    queryKey: institutionKeys.section(institutionId, 'team'),
    queryFn: ({ signal }) => getTeam(institutionId, signal),
    staleTime: 0,
  });
