import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { retriedSchema } from '../schemas';
import { operationKeys } from './keys';

type JobAct = { way: 'retry' | 'discard'; jobId: string; reason: string };

async function actOnJob({ way, jobId, reason }: JobAct): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc(`${way}_job`, { p_id: jobId, p_reason: reason });
  if (error) throw toAppError(error);
}

async function retryFailed({ kind, reason }: { kind: string; reason: string }) {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('retry_failed_jobs', { p_kind: kind, p_reason: reason });
  if (error) throw toAppError(error);
  const parsed = retriedSchema.safeParse(data);
  if (!parsed.success) throw toAppError(parsed.error);
  return parsed.data;
}

/** Also when it fails, everything is looked at again: a worker may have been faster. */
export function useActOnJob() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: actOnJob,
    onSettled: () => queryClient.invalidateQueries({ queryKey: operationKeys.all }),
  });
}

/** The oldest 500 failed jobs of a kind. */
export function useRetryFailed() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: retryFailed,
    onSettled: () => queryClient.invalidateQueries({ queryKey: operationKeys.all }),
  });
}
