import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import type { ProfileForm } from '../schemas';

type Change = ProfileForm | { photo_path: string };

/** Changes the own profile; only the columns granted to its owner can be written. */
export async function updateProfile(userId: string, change: Change): Promise<void> {
  const { error } = await supabase.from('profiles').update(change).eq('user_id', userId);
  if (error) throw toAppError(error);
}
