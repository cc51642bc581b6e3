import { z } from 'zod';
import { checked, done } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';

type Act = { trackId: string; reason: string };

/** Begins a track, empty or as a copy; answers its id. Codes: invalid_id, id_taken, invalid_name. */
export async function createTrack(wish: { id: string; name: string; copyOf: string | null; reason: string }) {
  const supabase = await getSupabase();
  const args = { p_id: wish.id, p_name: wish.name, p_reason: wish.reason, p_copy_of: wish.copyOf ?? undefined };
  return checked(supabase.rpc('create_track', args), z.string());
}

/** Codes: id_is_fixed, invalid_id, id_taken, track_in_use. */
export async function renameTrack({ trackId, id, reason }: Act & { id: string }) {
  const supabase = await getSupabase();
  return checked(supabase.rpc('rename_track', { p_track_id: trackId, p_id: id, p_reason: reason }), z.string());
}

export async function archiveTrack({ trackId, archived, reason }: Act & { archived: boolean }) {
  const supabase = await getSupabase();
  return done(supabase.rpc('archive_track', { p_track_id: trackId, p_archived: archived, p_reason: reason }));
}

/** Codes: changed_meanwhile, nothing_to_publish, modules_unpublished, modules_needed. */
export async function publishTrack({ trackId, version, reason }: Act & { version: number }) {
  const supabase = await getSupabase();
  return done(supabase.rpc('publish_track', { p_track_id: trackId, p_version: version, p_reason: reason }));
}

export async function discardTrackDraft({ trackId, version, reason }: Act & { version: number }) {
  const supabase = await getSupabase();
  return done(supabase.rpc('discard_track_draft', { p_track_id: trackId, p_version: version, p_reason: reason }));
}

/** All tracks, archived ones too, in the order that visitors see. */
export async function orderTracks({ ids, reason }: { ids: string[]; reason: string }) {
  const supabase = await getSupabase();
  return done(supabase.rpc('order_tracks', { p_ids: ids, p_reason: reason }));
}
