import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import type { ModuleSummary } from '../model/course';
import { learningKeys } from './keys';

async function getModules(trackId: string, signal: AbortSignal): Promise<ModuleSummary[]> {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('track_modules')
    .select('position, modules(id, title, description, duration_minutes, difficulty, active)')
    .eq('track_id', trackId)
    .order('position')
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return data.flatMap(({ position, modules: module }) =>
    module?.active
      ? [
          {
            id: module.id,
            title: module.title,
            description: module.description,
            durationMinutes: module.duration_minutes,
            difficulty: module.difficulty,
            position,
          },
        ]
      : [],
  );
}

/** The modules of a track in which the person is enrolled, in order. */
export const modulesQueryOptions = (trackId: string) =>
  queryOptions({
    queryKey: learningKeys.modules(trackId),
    queryFn: ({ signal }) => getModules(trackId, signal),
    staleTime: 300_000,
  });
