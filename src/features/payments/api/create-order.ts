import {
  createOrderResponseSchema,
  type CreateOrderRequest,
  type CreateOrderResponse,
} from '@contracts/create-order.ts';
import { invoke } from '~/lib/supabase/invoke';

/** Opens the order that the request key names; the server prices it. */
export function createOrder(request: CreateOrderRequest): Promise<CreateOrderResponse> {
  return invoke('create-order', request, createOrderResponseSchema);
}
