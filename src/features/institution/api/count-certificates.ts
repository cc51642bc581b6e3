import { queryOptions } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { institutionKeys } from './keys';

async function countCertificates(institutionId: string, trackId: string | null, signal: AbortSignal) {
  let query = supabase
    .from('certificates')
    .select('id', { count: 'exact' })
    .eq('institution_id', institutionId)
    .eq('status', 'issued');
  if (trackId !== null) query = query.eq('track_id', trackId);
  const { error, count } = await query.limit(1).abortSignal(signal);
  if (error) throw toAppError(error);
  return count ?? 0;
}

/** How many certificates an archive of all, or of one track, would hold: those in force and those that ran out. */
export const certificateCountQueryOptions = (institutionId: string, trackId: string | null) =>
  queryOptions({
    queryKey: institutionKeys.certificates(institutionId, { counted: trackId }),
    queryFn: ({ signal }) => countCertificates(institutionId, trackId, signal),
  });
