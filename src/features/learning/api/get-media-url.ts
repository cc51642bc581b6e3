import { queryOptions } from '@tanstack/react-query';
import { createSignedUrl } from '~/lib/supabase/storage';
import { learningKeys } from './keys';

const validSeconds = 3_600;

/** An address for a file of a module, made anew well before it ends. */
export const mediaUrlQueryOptions = (path: string) =>
  queryOptions({
    queryKey: learningKeys.media(path),
    queryFn: () => createSignedUrl('course-media', path, validSeconds),
    staleTime: (validSeconds - 600) * 1_000,
    gcTime: (validSeconds - 600) * 1_000,
    refetchInterval: (validSeconds - 600) * 1_000,
    // A new address would make a running video begin anew.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
