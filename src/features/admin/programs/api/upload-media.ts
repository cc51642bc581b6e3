import { checkCourseMediaResponseSchema } from '@contracts/course-media.ts';
import { AppError } from '~/lib/supabase/app-error';
import { invoke } from '~/lib/supabase/invoke';
import { uploadWithProgress } from '~/lib/supabase/upload-with-progress';
import { mediaPath, type MediaChoice } from '../model/media-file';

type Upload = { moduleId: string; choice: MediaChoice; onProgress: (part: number) => void; signal: AbortSignal };

/** Uploads under a name of its own and has the server look into the file; answers its path. Code: wrong_content. */
export async function uploadMedia({ moduleId, choice, onProgress, signal }: Upload): Promise<string> {
  const path = mediaPath(moduleId, crypto.randomUUID(), choice.type);
  await uploadWithProgress('course-media', path, choice.file, choice.contentType, onProgress, signal);
  const { fault } = await invoke('check-course-media', { path }, checkCourseMediaResponseSchema, signal);
  if (fault !== null) throw new AppError(fault, { status: 422 });
  return path;
}
