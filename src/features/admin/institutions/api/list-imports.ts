import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { institutionKeys } from './keys';

async function listImports(institutionId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .from('imports')
    .select('id, file_name, status, rows_total, rows_enrolled, rows_already, rows_refused, rows_faulty, created_at')
    .eq('institution_id', institutionId)
    .order('created_at', { ascending: false })
    .limit(50)
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return data;
}

/** The newest 50 files of students. Needs `institutions.read`. */
export const importsQueryOptions = (institutionId: string) =>
  queryOptions({
    queryKey: institutionKeys.section(institutionId, 'imports'),
    queryFn: ({ signal }) => listImports(institutionId, signal),
    staleTime: 0,
  });
