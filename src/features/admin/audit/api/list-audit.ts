import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { type AuditFilters, periodOf } from '../model/filters';
import { auditListSchema } from '../schemas';
import { auditKeys } from './keys';

const entriesPerPage = 25;

async function listAudit(filters: AuditFilters, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { cursor } = filters;
  const { from, to } = periodOf(filters);
  const { data, error } = await supabase
    .rpc('list_audit', {
      p_actor: filters.actor ?? undefined,
      p_action: filters.action || undefined,
      p_subject_type: filters.subjectType || undefined,
      p_subject_id: filters.subjectId || undefined,
      p_from: from,
      p_to: to,
      p_after: cursor === null ? undefined : { id: cursor.id, at: cursor.at },
      p_newer: cursor?.newer,
      p_limit: entriesPerPage,
    })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = auditListSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

export const auditListQueryOptions = (filters: AuditFilters) =>
  queryOptions({
    queryKey: auditKeys.list(filters),
    queryFn: ({ signal }) => listAudit(filters, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
