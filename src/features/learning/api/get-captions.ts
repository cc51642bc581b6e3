import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { createSignedUrl } from '~/lib/supabase/storage';
import { captionsOf } from '../model/captions';
import { isOnTheWeb } from './get-media-url';
import { learningKeys } from './keys';

async function getCaptions(videoPath: string): Promise<string | null> {
  if (isOnTheWeb(videoPath)) return null;
  const { folder, name, path } = captionsOf(videoPath);
  const supabase = await getSupabase();
  const { data, error } = await supabase.storage.from('course-media').list(folder, { limit: 100 });
  if (error) throw toAppError(error);
  return data.some((file) => file.name === name) ? createSignedUrl('course-media', path, 3_600) : null;
}

/** The address of a video's captions, null when the video has none. */
export const captionsQueryOptions = (videoPath: string) =>
  queryOptions({
    queryKey: [...learningKeys.media(videoPath), 'captions'] as const,
    queryFn: () => getCaptions(videoPath),
    staleTime: 3_000_000,
    gcTime: 3_000_000,
    refetchOnWindowFocus: false,
  });
