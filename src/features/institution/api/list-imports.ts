import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { isAtWork } from '../model/import-stage';
import { institutionKeys } from './keys';

const importsPerPage = 10;

async function listImports(institutionId: string, page: number, signal: AbortSignal) {
  const from = page * importsPerPage;
  const { data, error, count } = await supabase
    .from('imports')
    .select(
      'id, created_by, file_name, status, rows_total, rows_valid, rows_enrolled, rows_already, rows_refused, rows_undone, confirmed_at, created_at',
      { count: 'exact' },
    )
    .eq('institution_id', institutionId)
    .order('created_at', { ascending: false })
    .order('id')
    .range(from, from + importsPerPage - 1)
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return { imports: data, hasMore: (count ?? 0) > from + data.length };
}

export type ListedImport = Awaited<ReturnType<typeof listImports>>['imports'][number];

/** One page (from 0) of the files that were handed in, newest first; looked at again while one of them is worked on. */
export const importsQueryOptions = (institutionId: string, page: number) =>
  queryOptions({
    queryKey: institutionKeys.imports(institutionId, { page }),
    queryFn: ({ signal }) => listImports(institutionId, page, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.imports.some(({ status }) => isAtWork(status)) === true ? 3_000 : false,
  });
