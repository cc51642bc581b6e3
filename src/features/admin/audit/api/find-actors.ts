import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { actorsSchema } from '../schemas';
import { auditKeys } from './keys';

async function findActors(search: string, actor: string | null, signal: AbortSignal) {
  const supabase = await getSupabase();
  const { data, error } = await supabase
    .rpc('find_actors', { p_search: search || undefined, p_actor: actor ?? undefined })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = actorsSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Staff by a part of name or e-mail, anybody by the whole e-mail; with `actor` that one person. */
export const actorsQueryOptions = (search: string, actor: string | null = null) =>
  queryOptions({
    queryKey: auditKeys.actors(search, actor),
    queryFn: ({ signal }) => findActors(search, actor, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
