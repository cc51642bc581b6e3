import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { orderSchema } from '../schemas';
import { userKeys } from './keys';

async function getPayments(personId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(supabase.rpc('user_payments', { p_person_id: personId }).abortSignal(signal), z.array(orderSchema));
}

/** Orders of a person with their payments, the newest first. Needs `payments.read`. */
export const paymentsQueryOptions = (personId: string) =>
  queryOptions({
    queryKey: userKeys.section(personId, 'payments'),
    queryFn: ({ signal }) => getPayments(personId, signal),
    staleTime: 0,
  });
