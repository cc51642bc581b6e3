import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { callRpc, callVoidRpc } from './client.ts';

const storedEventSchema = z.object({
  provider: z.string(),
  event_id: z.string(),
  raw_body: z.string(),
  /** Still to be acted upon. */
  open: z.boolean(),
});
type StoredEvent = z.infer<typeof storedEventSchema>;

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
    read: (id: string): Promise<StoredEvent | null> =>
      callRpc(client, 'system_read_webhook', { p_id: id }, storedEventSchema.nullable()),
  };
}
export type WebhookStore = ReturnType<typeof createWebhookStore>;
