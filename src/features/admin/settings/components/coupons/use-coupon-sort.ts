import { useListAddress } from '~/lib/use-list-address';

export const couponSorts = ['code', 'valid_until'] as const;
type CouponSort = (typeof couponSorts)[number];

/** The order that stands in the address: a column up, then down, then the newest first again. */
export function useCouponSort(column: CouponSort) {
  const { address, filter } = useListAddress();
  const sorted = address.get('sort') !== column ? null : address.get('order') === 'desc' ? 'descending' : 'ascending';
  return {
    sorted,
    onSort: () =>
      filter(
        sorted === null
          ? { sort: column, order: null }
          : sorted === 'ascending'
            ? { sort: column, order: 'desc' }
            : { sort: null, order: null },
      ),
  } as const;
}
