import { queryOptions } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { teamSchema } from '../team-schemas';
import { institutionKeys } from './keys';

async function getTeam(institutionId: string, signal: AbortSignal) {
  const { data, error } = await supabase
    .rpc('institution_team', { p_institution_id: institutionId })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = teamSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Who manages the institution and who is invited to. */
export const teamQueryOptions = (institutionId: string) =>
  queryOptions({
    queryKey: institutionKeys.team(institutionId),
    queryFn: ({ signal }) => getTeam(institutionId, signal),
  });
