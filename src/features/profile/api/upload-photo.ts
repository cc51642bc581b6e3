import { uploadFile } from '~/lib/supabase/storage';
import { updateProfile } from './update-profile';

/** Puts the photo into the person's own folder and names it in the profile. */
export async function uploadPhoto(userId: string, file: File, extension: string): Promise<void> {
  const path = `${userId}/${crypto.randomUUID()}.${extension}`;
  await uploadFile('avatars', path, file);
  await updateProfile(userId, { photo_path: path });
}
