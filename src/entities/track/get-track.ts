import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { AppError } from '~/lib/supabase/app-error';
import { publicRpc, publicSelect } from '~/lib/supabase/public-rest';
import { trackKeys } from './keys';
import { trackColumns, trackSchema } from './track-schema';

const outlineSchema = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    duration_minutes: z.number(),
    difficulty: z.enum(['beginner', 'intermediate', 'advanced']),
    topics: z.array(z.string()),
  }),
);

/** Beside what lists show: the description as a document, null while it is plain text. */
const detailSchema = z.extend(trackSchema, { content: z.optional(z.unknown()) });

export type OutlineModule = z.infer<typeof outlineSchema>[number];

/** What an active track teaches, in order, for anybody: titles and topics, no material. */
export const getOutline = (trackId: string, signal: AbortSignal) =>
  publicRpc('track_outline', { p_track_id: trackId }, outlineSchema, signal);

/** One active track with its outline. Throws `not_found`. */
export async function getTrack(trackId: string, signal: AbortSignal) {
  const [rows, modules] = await Promise.all([
    publicSelect(
      'tracks',
      { select: `${trackColumns},content`, id: `eq.${trackId}`, active: 'is.true' },
      z.array(detailSchema),
      signal,
    ),
    getOutline(trackId, signal),
  ]);
  const track = rows[0];
  if (track === undefined) throw new AppError('not_found', { status: 404 });
  return { ...track, modules };
}

export type TrackDetail = Awaited<ReturnType<typeof getTrack>>;

export const trackQueryOptions = (trackId: string) =>
  queryOptions({
    queryKey: trackKeys.detail(trackId),
    queryFn: ({ signal }) => getTrack(trackId, signal),
    staleTime: 300_000,
  });
