import { queryOptions } from '@tanstack/react-query';
import type { OrderKind } from '@contracts/create-order.ts';
import { AppError } from '~/lib/supabase/app-error';
import { supabase } from '~/lib/supabase/client';
import { toAppError } from '~/lib/supabase/errors';
import { quoteSchema, type Quote } from '../schemas';
import { paymentKeys } from './keys';

export type QuoteWish = { kind: OrderKind; trackId: string; couponCode: string; state: string };

async function quoteOrder(wish: QuoteWish, signal: AbortSignal): Promise<Quote> {
  const { data, error } = await supabase
    .rpc('quote_order', {
      p_kind: wish.kind,
      p_track_id: wish.trackId,
      ...(wish.couponCode ? { p_coupon_code: wish.couponCode } : {}),
      ...(wish.state ? { p_state: wish.state } : {}),
    })
    .abortSignal(signal);
  if (error) throw toAppError(error);
  const quote = quoteSchema.parse(data);
  if (quote.coupon_error) throw new AppError(quote.coupon_error, { status: 400 });
  return quote;
}

/** What the server asks for this purchase now, in paise. Fails with the code of the coupon or of the purchase that is not possible. */
export const quoteQueryOptions = (wish: QuoteWish) =>
  queryOptions({
    queryKey: paymentKeys.quote(wish.kind, wish.trackId, wish.couponCode, wish.state),
    queryFn: ({ signal }) => quoteOrder(wish, signal),
    retry: false,
    staleTime: 0,
    // A wrong code counts each time it is asked about.
    refetchOnWindowFocus: wish.couponCode === '',
  });
