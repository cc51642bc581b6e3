import { queryOptions } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { paymentKeys } from './keys';

async function getOrder(orderId: string, signal: AbortSignal) {
  const { data, error } = await supabase
    .from('orders')
    .select('id, status, kind, track_id, total, currency, paid_at')
    .eq('id', orderId)
    .abortSignal(signal)
    .maybeSingle();
  if (error) throw toAppError(error);
  return data;
}

/** The order as our database has it; asked again every two seconds until it is paid, for a confirmation that comes by webhook. */
export const waitForOrderQueryOptions = (orderId: string) =>
  queryOptions({
    queryKey: paymentKeys.order(orderId),
    queryFn: ({ signal }) => getOrder(orderId, signal),
    refetchInterval: ({ state }) => (state.data?.status === 'paid' ? false : 2000),
  });
