import { queryOptions } from '@tanstack/react-query';
import { createSignedUrl } from '~/lib/supabase/storage';
import { learningKeys } from './keys';

const validSeconds = 3_600;
/** How long a kept address may be handed out: well before it ends. */
export const mediaValidMs = (validSeconds - 600) * 1_000;

/** A video that is not ours stands with its whole address. */
export const isOnTheWeb = (path: string) => path.startsWith('https://');

/** A short-lived address for a file of a module; one on the web is its own. */
export const mediaUrlQueryOptions = (path: string) =>
  queryOptions({
    queryKey: learningKeys.media(path),
    queryFn: () => (isOnTheWeb(path) ? path : createSignedUrl('course-media', path, validSeconds)),
    staleTime: mediaValidMs,
    gcTime: mediaValidMs,
    // A new address would make a running video begin anew.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
