import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { paymentKeys } from './keys';

export const ordersPerPage = 10;

async function listOrders(userId: string, page: number, signal: AbortSignal) {
  const from = (page - 1) * ordersPerPage;
  const { data, error, count } = await supabase
    .from('orders')
    .select('id, created_at, kind, status, total, currency, track:tracks(name), invoice:invoices(number)', {
      count: 'exact',
    })
    .eq('user_id', userId)
    .order('created_at', { ascending: false })
    .range(from, from + ordersPerPage - 1)
    .abortSignal(signal);
  if (error) throw toAppError(error);
  return { orders: data, total: count ?? 0 };
}

/** One page (from 1) of the person's own orders, newest first. */
export const ordersQueryOptions = (userId: string, page: number) =>
  queryOptions({
    queryKey: paymentKeys.orders(page),
    queryFn: ({ signal }) => listOrders(userId, page, signal),
    placeholderData: keepPreviousData,
  });
