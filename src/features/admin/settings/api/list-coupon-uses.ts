import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { couponUsesSchema, type UseCursor } from '../schemas';
import { couponKeys } from './keys';

async function listCouponUses(couponId: string, after: UseCursor | null, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(
    supabase.rpc('list_coupon_redemptions', { p_coupon_id: couponId, p_after: after, p_limit: 20 }).abortSignal(signal),
    couponUsesSchema,
  );
}

/** Paid uses, newest first. */
export const couponUsesQueryOptions = (couponId: string, after: UseCursor | null) =>
  queryOptions({
    queryKey: couponKeys.uses(couponId, after),
    queryFn: ({ signal }) => listCouponUses(couponId, after, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
