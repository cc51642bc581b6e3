import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { teamSchema } from '../schemas';
import { leadKeys } from './keys';

async function getInstitution(institutionId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const [seats, team] = await Promise.all([
    supabase
      .from('institution_seat_use')
      .select('id, track_name, seats, used, price, valid_until')
      .eq('institution_id', institutionId)
      .order('created_at')
      .limit(50)
      .abortSignal(signal),
    supabase.rpc('institution_team', { p_institution_id: institutionId }).abortSignal(signal),
  ]);
  if (seats.error) throw toAppError(seats.error);
  if (team.error) throw toAppError(team.error);
  const parsed = teamSchema.safeParse(team.data);
  if (!parsed.success) throw toAppError(parsed.error);
  return { seats: seats.data, ...parsed.data };
}

/** How the institution that a lead became stands: its seats, its managers and who is invited. Needs `institutions.read`. */
export const institutionQueryOptions = (institutionId: string) =>
  queryOptions({
    queryKey: leadKeys.institution(institutionId),
    queryFn: ({ signal }) => getInstitution(institutionId, signal),
  });
