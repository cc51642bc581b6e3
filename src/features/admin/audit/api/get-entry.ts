import { queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { auditDetailSchema } from '../schemas';
import { auditKeys } from './keys';

async function getEntry(id: number, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('get_audit_entry', { p_id: id }).abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = auditDetailSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** One entry; it never changes. Throws `entry_not_found`. */
export const auditEntryQueryOptions = (id: number) =>
  queryOptions({ queryKey: auditKeys.entry(id), queryFn: ({ signal }) => getEntry(id, signal) });
