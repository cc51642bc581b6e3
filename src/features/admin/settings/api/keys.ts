import type { UseCursor } from '../schemas';

export type CouponQuery = {
  search: string;
  status: string | null;
  sort: string | null;
  descending: boolean;
  page: number;
};

export const settingsKeys = {
  all: ['settings'] as const,
  values: () => ['settings', 'values'] as const,
  words: () => ['settings', 'words'] as const,
  preview: (template: string, words: unknown) => ['settings', 'preview', template, words] as const,
};

export const couponKeys = {
  all: ['coupons'] as const,
  list: (query: CouponQuery) => [...couponKeys.all, 'list', query] as const,
  one: (couponId: string) => [...couponKeys.all, 'one', couponId] as const,
  uses: (couponId: string, after: UseCursor | null) => [...couponKeys.all, 'uses', couponId, after] as const,
};
