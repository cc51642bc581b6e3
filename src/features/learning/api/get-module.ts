import { queryOptions } from '@tanstack/react-query';
import { AppError } from '~/lib/supabase/app-error';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { learningKeys } from './keys';

async function getModule(moduleId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('modules')
    .select(
      'id, title, description, body, content, duration_minutes, difficulty, topics, video_path, video_seconds, pdf_path',
    )
    .eq('id', moduleId)
    .abortSignal(signal)
    .maybeSingle();
  if (error) throw toAppError(error);
  if (data === null) throw new AppError('not_found', { status: 404 });
  return data;
}

export type LearningModule = Awaited<ReturnType<typeof getModule>>;

/** One module with its material; `not_found` for anybody who is not enrolled in a track of it. */
export const moduleQueryOptions = (moduleId: string) =>
  queryOptions({
    queryKey: learningKeys.module(moduleId),
    queryFn: ({ signal }) => getModule(moduleId, signal),
    staleTime: 300_000,
  });
