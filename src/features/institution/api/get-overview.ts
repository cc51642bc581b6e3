import { queryOptions } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { overviewSchema } from '../schemas';
import { institutionKeys } from './keys';

async function getOverview(institutionId: string, signal: AbortSignal) {
  const { data, error } = await supabase
    .rpc('institution_overview', { p_institution_id: institutionId })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = overviewSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Seats and progress of an institution, in all and by track. */
export const overviewQueryOptions = (institutionId: string) =>
  queryOptions({
    queryKey: institutionKeys.overview(institutionId),
    queryFn: ({ signal }) => getOverview(institutionId, signal),
  });
