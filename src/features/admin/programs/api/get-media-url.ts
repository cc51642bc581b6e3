import { queryOptions } from '@tanstack/react-query';
import { createSignedUrl } from '~/lib/supabase/storage';
import { programKeys } from './keys';

const validSeconds = 3_600;

/** A short-lived address for a file, also for one that is not published; a video on the web has its own. */
export const mediaUrlQueryOptions = (path: string) =>
  queryOptions({
    queryKey: programKeys.media(path),
    queryFn: () => (path.startsWith('https://') ? path : createSignedUrl('course-media', path, validSeconds)),
    staleTime: (validSeconds - 600) * 1_000,
    refetchOnWindowFocus: false,
  });
