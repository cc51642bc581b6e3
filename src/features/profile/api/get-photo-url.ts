import { queryOptions } from '@tanstack/react-query';
import { profileKeys } from '~/entities/profile/keys';
import { createSignedUrl } from '~/lib/supabase/storage';

/** A link to the photo that works for an hour; asked anew before it ends. */
export const photoUrlQueryOptions = (path: string) =>
  queryOptions({
    queryKey: [...profileKeys.all, 'photo', path],
    queryFn: () => createSignedUrl('avatars', path, 3600),
    staleTime: 50 * 60_000,
  });
