import { queryOptions } from '@tanstack/react-query';
import { publicSelect } from '~/lib/supabase/public-rest';
import * as z from 'zod/mini';
import { trackColumns, trackSchema, type Track } from './track-schema';
import { trackKeys } from './keys';

/** Active tracks in the order staff gave them. Anybody may read them, so no client is loaded. */
export const getTracks = (signal: AbortSignal): Promise<Track[]> =>
  publicSelect(
    'tracks',
    { select: trackColumns, active: 'is.true', order: 'position.asc' },
    z.array(trackSchema),
    signal,
  );

export const tracksQueryOptions = () =>
  queryOptions({ queryKey: trackKeys.list(), queryFn: ({ signal }) => getTracks(signal), staleTime: 300_000 });
