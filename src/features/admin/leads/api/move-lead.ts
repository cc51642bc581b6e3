import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { toAppError } from '~/lib/supabase/errors';
import { getSupabase } from '~/lib/supabase/lazy';
import { moveOnBoard, movedLead } from '../model/board';
import type { LeadStatus } from '../model/moves';
import type { Board, LeadDetail, LeadList } from '../schemas';
import { leadKeys } from './keys';

export type LeadMove = { leadId: string; to: LeadStatus; reason?: string };

const mutationKey = ['move-lead'];

async function moveLead({ leadId, to, reason }: LeadMove): Promise<void> {
  const supabase = await getSupabase();
  const { error } = await supabase.rpc('move_lead', { p_lead_id: leadId, p_status: to, p_reason: reason });
  if (error) throw toAppError(error);
}

/** Shows the move wherever the lead is shown. Gives what undoes it. */
async function showMove(queryClient: QueryClient, { leadId, to }: LeadMove): Promise<() => void> {
  // An answer under way would show the lead where it was.
  await queryClient.cancelQueries({ queryKey: leadKeys.all });
  const before = [
    ...queryClient.getQueriesData({ queryKey: leadKeys.boards() }),
    ...queryClient.getQueriesData({ queryKey: leadKeys.lists() }),
    ...queryClient.getQueriesData({ queryKey: leadKeys.detail(leadId) }),
  ];
  queryClient.setQueriesData<Board>(
    { queryKey: leadKeys.boards() },
    (board) => board && moveOnBoard(board, leadId, to),
  );
  queryClient.setQueriesData<LeadList>(
    { queryKey: leadKeys.lists() },
    (list) => list && { ...list, rows: list.rows.map((lead) => (lead.id === leadId ? movedLead(lead, to) : lead)) },
  );
  queryClient.setQueryData<LeadDetail>(leadKeys.detail(leadId), (lead) => lead && { ...lead, ...movedLead(lead, to) });
  return () => {
    for (const [queryKey, data] of before) queryClient.setQueryData(queryKey, data);
  };
}

/** Moves a lead at once on the screen and then on the server; a refused one goes back, and all is read anew. */
export function useMoveLead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey,
    mutationFn: moveLead,
    onMutate: (move) => showMove(queryClient, move),
    onError: (_error, _move, undo) => undo?.(),
    onSettled: () => {
      // Another move is still on its way: reading now would show that lead where it was.
      if (queryClient.isMutating({ mutationKey }) > 1) return undefined;
      return queryClient.invalidateQueries({ queryKey: leadKeys.all });
    },
  });
}
