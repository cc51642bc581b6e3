import { useMutation, useQueryClient } from '@tanstack/react-query';
import { done } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import type { CouponValue } from '../model/coupon-draft';
import { couponKeys } from './keys';

/** `version` is the one that was seen. */
type OnCoupon = { couponId: string; version: string; reason: string };

function useCouponAct<Variables>(act: (variables: Variables) => Promise<void>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: couponKeys.all }),
  });
}

/** `of` is null for a new one. */
async function saveCoupon(save: { coupon: CouponValue; reason: string; of: { id: string; version: string } | null }) {
  const supabase = await getSupabase();
  const shared = { p_coupon: save.coupon, p_reason: save.reason };
  await done(
    save.of === null
      ? supabase.rpc('create_coupon', shared)
      : supabase.rpc('change_coupon', { ...shared, p_coupon_id: save.of.id, p_version: save.of.version }),
  );
}

async function switchCoupon({ couponId, version, active, reason }: OnCoupon & { active: boolean }) {
  const supabase = await getSupabase();
  await done(
    supabase.rpc('set_coupon_active', {
      p_coupon_id: couponId,
      p_version: version,
      p_active: active,
      p_reason: reason,
    }),
  );
}

async function deleteCoupon({ couponId, version, reason }: OnCoupon) {
  const supabase = await getSupabase();
  await done(supabase.rpc('delete_coupon', { p_coupon_id: couponId, p_version: version, p_reason: reason }));
}

export const useSaveCoupon = () => useCouponAct(saveCoupon);
export const useSwitchCoupon = () => useCouponAct(switchCoupon);
export const useDeleteCoupon = () => useCouponAct(deleteCoupon);
