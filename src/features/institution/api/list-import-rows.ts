import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { importRowJsonSchema } from '../import-schemas';
import { institutionKeys } from './keys';

export const importRowsPerPage = 25;

export type ImportRowsWish = {
  /** `faulty`: what the check found; `refused`: what got no seat in the end. */
  state: 'faulty' | 'refused';
  /** Only rows with this fault, or refused for this reason. */
  code: string | null;
  /** From 1. */
  page: number;
};

async function listImportRows(importId: string, { state, code, page }: ImportRowsWish, signal: AbortSignal) {
  const from = (page - 1) * importRowsPerPage;
  let rows = supabase
    .from('import_rows')
    .select('row_number, raw, email, full_name, faults, reason', { count: 'exact' })
    .eq('import_id', importId)
    .eq('state', state);
  if (code !== null) {
    rows = state === 'faulty' ? rows.contains('faults', JSON.stringify([{ code }])) : rows.eq('reason', code);
  }
  const { data, error, count } = await rows
    .order('row_number')
    .range(from, from + importRowsPerPage - 1)
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const checked = data.map((row) => {
    const parsed = importRowJsonSchema.safeParse(row);
    if (!parsed.success) throw toAppError(parsed.error);
    return { ...row, ...parsed.data };
  });
  return { rows: checked, total: count ?? 0 };
}

export type ImportRow = Awaited<ReturnType<typeof listImportRows>>['rows'][number];

/** One page of the rows that were not taken, in the order of the file. */
export const importRowsQueryOptions = (institutionId: string, importId: string, wish: ImportRowsWish) =>
  queryOptions({
    queryKey: institutionKeys.importRows(institutionId, importId, wish),
    queryFn: ({ signal }) => listImportRows(importId, wish, signal),
    placeholderData: keepPreviousData,
  });
