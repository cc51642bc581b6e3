import { queryOptions } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { paymentKeys } from './keys';

async function getOrder(orderId: string, signal: AbortSignal) {
  const { data, error } = await supabase
    .from('orders')
    .select('id, status, total, invoice:invoices(number)')
    .eq('id', orderId)
    .abortSignal(signal)
    .maybeSingle();
  if (error) throw toAppError(error);
  return data;
}

type Settled = { status: string; total: number; invoice: { number: string } | null };

/** Whether the order is settled, and if so, whether it brought what was bought: money for nothing gets no invoice and goes back. */
export function outcomeOf(order: Settled | null | undefined): 'open' | 'paid' | 'returned' {
  if (order?.status === 'refunded' || order?.status === 'partially_refunded') return 'returned';
  if (order?.status !== 'paid') return 'open';
  return order.total > 0 && order.invoice === null ? 'returned' : 'paid';
}

/** The order as our database has it; asked again every two seconds until it is settled, for a confirmation that comes by webhook. */
export const waitForOrderQueryOptions = (orderId: string) =>
  queryOptions({
    queryKey: paymentKeys.order(orderId),
    queryFn: ({ signal }) => getOrder(orderId, signal),
    refetchInterval: ({ state }) => (outcomeOf(state.data) === 'open' ? 2000 : false),
  });
