import { useMutation, useQueryClient } from '@tanstack/react-query';
import { done } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { bulkKeys } from './keys';

async function cancelBulk({ id, reason }: { id: string; reason: string }) {
  const supabase = await getSupabase();
  return done(supabase.rpc('cancel_bulk', { p_job_id: id, p_reason: reason }));
}

export function useCancelBulk() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: cancelBulk,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: bulkKeys.all }),
  });
}
