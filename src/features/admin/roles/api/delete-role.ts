import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { roleKeys } from './keys';

async function deleteRole(role: { id: string; version: number; reason: string }): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc('delete_role', {
    p_role_id: role.id,
    p_version: role.version,
    p_reason: role.reason,
  });
  if (error) throw toAppError(error);
}

export function useDeleteRole() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: deleteRole,
    onSettled: () => queryClient.invalidateQueries({ queryKey: roleKeys.all }),
  });
}
