import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { trackListSchema } from '../schemas';
import { programKeys, type TrackQuery } from './keys';

async function listTracks({ search, state }: TrackQuery, signal: AbortSignal) {
  const supabase = await getSupabase();
  const args = { p_search: search === '' ? undefined : search, p_state: state ?? undefined };
  return checked(supabase.rpc('list_catalogue_tracks', args).abortSignal(signal), trackListSchema);
}

/** All tracks in their order, archived ones and those that are being prepared too. */
export const trackListQueryOptions = (query: TrackQuery) =>
  queryOptions({
    queryKey: programKeys.tracks(query),
    queryFn: ({ signal }) => listTracks(query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
