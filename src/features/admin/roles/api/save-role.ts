import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import type { RoleDraft } from '../model/role-draft';
import { roleKeys } from './keys';

type Saving = { draft: RoleDraft; reason: string; of: { id: string; version: number } | null };

/** Answers the id of the role. */
async function saveRole({ draft, reason, of }: Saving): Promise<string> {
  const supabase = await getSupabase();
  const values = {
    p_name: draft.name,
    p_description: draft.description,
    p_permissions: draft.permissions,
    p_reason: reason,
  };
  if (of === null) {
    const { data, error } = await supabase.rpc('create_role', values);
    if (error) throw toAppError(error);
    return data;
  }
  const { error } = await supabase.rpc('change_role', { ...values, p_role_id: of.id, p_version: of.version });
  if (error) throw toAppError(error);
  return of.id;
}

/** Makes a role, or changes the one that was seen. What the person may do can change by it, too. */
export function useSaveRole() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: saveRole,
    // Also when it fails: somebody else may have been faster.
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: roleKeys.all }),
        queryClient.invalidateQueries({ queryKey: ['access'] }),
      ]),
  });
}
