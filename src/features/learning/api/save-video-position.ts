import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';

export type VideoPosition = { enrolmentId: string; moduleId: string; position: number; watched: number };

/** Seconds, cut to whole ones. `watched` is the sum so far, not the part since the last save. */
export async function saveVideoPosition({ enrolmentId, moduleId, position, watched }: VideoPosition): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc('save_video_position', {
    p_enrolment_id: enrolmentId,
    p_module_id: moduleId,
    p_position_seconds: Math.floor(position),
    p_watched_seconds: Math.floor(watched),
  });
  if (error) throw toAppError(error);
}
