import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { certificateKeys } from './keys';

async function getTrackCertificate(userId: string, trackId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('certificates')
    .select('id, number, status, issued_at, expires_at, score')
    .eq('user_id', userId)
    .eq('track_id', trackId)
    .order('cycle', { ascending: false })
    .limit(1)
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return data[0] ?? null;
}

export type TrackCertificate = NonNullable<Awaited<ReturnType<typeof getTrackCertificate>>>;

/** The person's newest certificate of a track, null when there is none. */
export const trackCertificateQueryOptions = (userId: string, trackId: string) =>
  queryOptions({
    queryKey: certificateKeys.list(userId, trackId),
    queryFn: ({ signal }) => getTrackCertificate(userId, trackId, signal),
    staleTime: 0,
  });
