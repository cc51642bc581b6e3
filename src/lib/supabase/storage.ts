import { supabase } from './client';
import { toAppError } from './errors';

export type Bucket = 'course-media' | 'identity-documents' | 'certificates' | 'avatars' | 'imports';

/** A link to a private file that works for `seconds`; row-level security decides whether it is given. */
export async function createSignedUrl(
  bucket: Bucket,
  path: string,
  seconds = 3600,
  download?: string,
): Promise<string> {
  const options = download === undefined ? {} : { download };
  const { data, error } = await supabase.storage.from(bucket).createSignedUrl(path, seconds, options);
  if (error) throw toAppError(error);
  return data.signedUrl;
}

export async function uploadFile(bucket: Bucket, path: string, file: File, replace = false): Promise<void> {
  const { error } = await supabase.storage.from(bucket).upload(path, file, { contentType: file.type, upsert: replace });
  if (error) throw toAppError(error);
}
