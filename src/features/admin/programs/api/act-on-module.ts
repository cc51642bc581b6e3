import { z } from 'zod';
import { checked, done } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';

type Act = { moduleId: string; reason: string };
type Wish = { title: string; trackId: string | null; copyOf: string | null; reason: string };

/** Begins a module, empty or as a copy, at the end of a track's draft when one is named; answers its id. Code: invalid_title. */
export async function createModule(wish: Wish) {
  const supabase = await getSupabase();
  const args = {
    p_title: wish.title,
    p_reason: wish.reason,
    p_track_id: wish.trackId ?? undefined,
    p_copy_of: wish.copyOf ?? undefined,
  };
  return checked(supabase.rpc('create_module', args), z.string());
}

export async function archiveModule({ moduleId, archived, reason }: Act & { archived: boolean }) {
  const supabase = await getSupabase();
  return done(supabase.rpc('archive_module', { p_module_id: moduleId, p_archived: archived, p_reason: reason }));
}

/** Codes: changed_meanwhile, nothing_to_publish, and video_ or pdf_ with missing, refused, unchecked. */
export async function publishModule({ moduleId, version, reason }: Act & { version: number }) {
  const supabase = await getSupabase();
  return done(supabase.rpc('publish_module', { p_module_id: moduleId, p_version: version, p_reason: reason }));
}

export async function discardModuleDraft({ moduleId, version, reason }: Act & { version: number }) {
  const supabase = await getSupabase();
  return done(supabase.rpc('discard_module_draft', { p_module_id: moduleId, p_version: version, p_reason: reason }));
}
