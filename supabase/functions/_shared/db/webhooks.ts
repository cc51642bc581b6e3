import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { callRpc, callVoidRpc } from './client.ts';

export function createWebhookStore(client: SupabaseClient) {
  return {
    /** Keeps the raw event. True while it is still to be acted upon: new, or stored by a run that failed. */
    receive: (provider: string, eventId: string, rawBody: string): Promise<boolean> =>
      callRpc(
        client,
        'system_receive_webhook',
        { p_provider: provider, p_event_id: eventId, p_raw_body: rawBody },
        z.boolean(),
      ),
    /** Without an error the event is closed; with one the next delivery acts again. */
    finish: (provider: string, eventId: string, error: string | null): Promise<void> =>
      callVoidRpc(client, 'system_finish_webhook', { p_provider: provider, p_event_id: eventId, p_error: error }),
  };
}
export type WebhookStore = ReturnType<typeof createWebhookStore>;
