import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { checked } from '~/lib/supabase/answers';
import { getSupabase } from '~/lib/supabase/lazy';
import { couponListSchema } from '../schemas';
import { couponKeys, type CouponQuery } from './keys';

export const couponsPerPage = 25;

async function listCoupons({ search, status, sort, descending, page }: CouponQuery, signal: AbortSignal) {
  const supabase = await getSupabase();
  return checked(
    supabase
      .rpc('list_coupons', {
        p_search: search,
        p_status: status ?? undefined,
        p_sort: sort ?? undefined,
        p_descending: descending,
        p_limit: couponsPerPage,
        p_offset: (page - 1) * couponsPerPage,
      })
      .abortSignal(signal),
    couponListSchema,
  );
}

export const couponsQueryOptions = (query: CouponQuery) =>
  queryOptions({
    queryKey: couponKeys.list(query),
    queryFn: ({ signal }) => listCoupons(query, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
