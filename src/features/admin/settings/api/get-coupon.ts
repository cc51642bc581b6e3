import { queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { couponDetailSchema } from '../schemas';
import { couponKeys } from './keys';

async function getCoupon(couponId: string, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(supabase.rpc('get_coupon', { p_coupon_id: couponId }).abortSignal(signal), couponDetailSchema);
}

/** Throws `coupon_not_found`. */
export const couponQueryOptions = (couponId: string) =>
  queryOptions({
    queryKey: couponKeys.one(couponId),
    queryFn: ({ signal }) => getCoupon(couponId, signal),
    staleTime: 0,
  });
