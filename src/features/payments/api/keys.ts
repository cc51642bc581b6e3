import type { OrderKind } from '@contracts/create-order.ts';

export const paymentKeys = {
  all: ['payments'] as const,
  quote: (kind: OrderKind, trackId: string, couponCode: string, state: string) =>
    [...paymentKeys.all, 'quote', kind, trackId, couponCode, state] as const,
  order: (orderId: string) => [...paymentKeys.all, 'order', orderId] as const,
  orders: (page: number) => [...paymentKeys.all, 'orders', page] as const,
};
