import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { learningKeys } from './keys';

async function getModuleTracks(moduleId: string, signal: AbortSignal): Promise<string[]> {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('track_modules')
    .select('track_id')
    .eq('module_id', moduleId)
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return data.map((row) => row.track_id);
}

/** The tracks that a module belongs to: it may be part of more than one. */
export const moduleTracksQueryOptions = (moduleId: string) =>
  queryOptions({
    queryKey: [...learningKeys.module(moduleId), 'tracks'] as const,
    queryFn: ({ signal }) => getModuleTracks(moduleId, signal),
    staleTime: 300_000,
  });
