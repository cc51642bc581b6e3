import { queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { trackDetailSchema } from '../schemas';
import { programKeys } from './keys';

async function getTrack(trackId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(supabase.rpc('get_catalogue_track', { p_track_id: trackId }).abortSignal(signal), trackDetailSchema);
}

/** A track as it is published and as it is prepared. A form that is open is not filled anew behind the person's back. */
export const trackDetailQueryOptions = (trackId: string) =>
  queryOptions({
    queryKey: programKeys.track(trackId),
    queryFn: ({ signal }) => getTrack(trackId, signal),
    staleTime: 0,
    // An old version in the cache would make the next save a conflict.
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
