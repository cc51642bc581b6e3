import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import type { StudentFilters } from '../model/student-filters';
import { studentListSchema } from '../schemas';
import { institutionKeys } from './keys';

export const studentsPerPage = 25;

async function listStudents(institutionId: string, filters: StudentFilters, perPage: number, signal: AbortSignal) {
  const { data, error } = await supabase
    .rpc('list_students', {
      p_institution_id: institutionId,
      p_search: filters.search || undefined,
      p_track_id: filters.trackId ?? undefined,
      p_state: filters.state ?? undefined,
      p_progress: filters.progress ?? undefined,
      p_sort: filters.sort,
      p_descending: filters.descending,
      p_limit: perPage,
      p_offset: (filters.page - 1) * perPage,
    })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = studentListSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** One page of an institution's students, a row for each seat. The page before stays while the next one comes. */
export const studentsQueryOptions = (institutionId: string, filters: StudentFilters, perPage = studentsPerPage) =>
  queryOptions({
    queryKey: institutionKeys.students(institutionId, { ...filters, perPage }),
    queryFn: ({ signal }) => listStudents(institutionId, filters, perPage, signal),
    placeholderData: keepPreviousData,
  });
