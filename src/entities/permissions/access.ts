import { queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { useSession } from '~/entities/session/use-session';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';

const access = z.object({
  kind: z.enum(['learner', 'institution', 'staff']),
  status: z.enum(['active', 'suspended', 'erased']),
  permissions: z.array(z.string()),
  institutions: z.array(z.object({ id: z.string(), name: z.string() })),
});

export type Access = z.infer<typeof access>;
export type PersonKind = Access['kind'];

async function getAccess(signal: AbortSignal): Promise<Access> {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('my_access').abortSignal(signal);
  if (error) throw toAppError(error);
  const parsed = access.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** What the person may do, for showing the right doors. The database decides again at every request. */
export const accessQueryOptions = (userId: string) =>
  queryOptions({ queryKey: ['access', userId], queryFn: ({ signal }) => getAccess(signal), staleTime: 60_000 });

export function useAccess() {
  const session = useSession();
  const userId = session.status === 'signed-in' ? session.userId : '';
  return useQuery({ ...accessQueryOptions(userId), enabled: userId !== '' });
}
