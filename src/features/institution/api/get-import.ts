import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import * as z from 'zod/mini';
import { AppError } from '~/lib/supabase/app-error';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { importJsonSchema } from '../import-schemas';
import { importPollInterval, isAtWork } from '../model/import-stage';
import { institutionKeys } from './keys';

async function getImport(importId: string, signal: AbortSignal) {
  if (!z.safeParse(z.uuid(), importId).success) throw new AppError('not_found', { status: 404 });
  const { data, error } = await supabase
    .from('imports')
    .select(
      `id, institution_id, created_by, file_name, file_size, status, problem, problem_details, encoding, delimiter, ignored_columns,
       rows_total, rows_valid, rows_known, rows_faulty, rows_done, rows_enrolled, rows_already, rows_refused, rows_undone, seats_needed,
       created_at, confirmed_at, cancel_requested_at, finished_at, undone_at, track:tracks!imports_track_id_fkey(name)`,
    )
    .eq('id', importId)
    .abortSignal(signal)
    .single();
  if (error) throw toAppError(error);
  const parsed = importJsonSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return { ...data, ...parsed.data };
}

export type Import = Awaited<ReturnType<typeof getImport>>;

/** One import, looked at again by itself while the server is at work on it and the page can be seen. */
const importQueryOptions = (institutionId: string, importId: string) =>
  queryOptions({
    queryKey: institutionKeys.importDetail(institutionId, importId),
    queryFn: ({ signal }) => getImport(importId, signal),
    // A kept answer may be from before the enrolment.
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data !== undefined && isAtWork(state.data.status)
        ? importPollInterval(state.dataUpdateCount + state.errorUpdateCount)
        : false,
  });

/** Follows an import. Once the server has worked on it, students, seats and lists are no longer what they were. */
export function useImport(institutionId: string, importId: string) {
  const queryClient = useQueryClient();
  const query = useQuery(importQueryOptions(institutionId, importId));
  const status = query.data?.status;
  const before = useRef(status);
  useEffect(() => {
    const worked = before.current !== undefined && before.current !== status && isAtWork(before.current);
    before.current = status;
    if (worked) void queryClient.invalidateQueries({ queryKey: institutionKeys.of(institutionId) });
  }, [status, institutionId, queryClient]);
  return query;
}
