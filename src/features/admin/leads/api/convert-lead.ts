import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import type { Contract } from '../model/contract';
import { leadKeys } from './keys';

async function convertLead({ leadId, contract }: { leadId: string; contract: Contract }): Promise<string> {
  const supabase = await getSupabase();
  const { data, error } = await supabase.rpc('convert_lead', {
    p_lead_id: leadId,
    p_institution: contract.institution,
    p_seats: contract.seats,
    p_manager: contract.manager,
  });
  if (error) throw toAppError(error);
  return data;
}

/** Makes the institution with its seats and invites its manager, all or nothing. A second try answers `already_converted`. */
export function useConvertLead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: convertLead,
    onSettled: () => queryClient.invalidateQueries({ queryKey: leadKeys.all }),
  });
}
