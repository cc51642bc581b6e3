import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { roleKeys } from './keys';

type Move = { way: 'give' | 'take'; staffId: string; roleId: string; reason: string };

async function moveRole({ way, staffId, roleId, reason }: Move): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc(`${way}_role`, { p_staff_id: staffId, p_role_id: roleId, p_reason: reason });
  if (error) throw toAppError(error);
}

/** Gives a role or takes it away, at once. */
export function useMoveRole() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: moveRole,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: roleKeys.all }),
        queryClient.invalidateQueries({ queryKey: ['access'] }),
      ]),
  });
}
