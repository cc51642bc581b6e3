import type { OrderKind } from '@contracts/create-order.ts';

type KeyStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
export type Purchase = { kind: OrderKind; trackId: string; couponCode: string; billing: string };

const slot = (purchase: Pick<Purchase, 'kind' | 'trackId'>) => `checkout.${purchase.kind}.${purchase.trackId}`;

/**
 * The key of a purchase: the same for a reload, a second click or a retry, another once its coupon or billing changes,
 * so that the server gives the same order to the same wish.
 */
export function requestKeyFor(purchase: Purchase, store: KeyStore = sessionStorage): string {
  const wish = `${purchase.couponCode}|${purchase.billing}`;
  const kept = store.getItem(slot(purchase));
  const [key, keptWish] = kept ? [kept.slice(0, 36), kept.slice(37)] : [undefined, undefined];
  if (key && keptWish === wish) return key;
  const fresh = crypto.randomUUID();
  store.setItem(slot(purchase), `${fresh} ${wish}`);
  return fresh;
}

/** Forgets the key, once the purchase is paid. */
export function forgetRequestKey(purchase: Pick<Purchase, 'kind' | 'trackId'>, store: KeyStore = sessionStorage): void {
  store.removeItem(slot(purchase));
}
