import type { WebhookResponse } from '../contracts/webhook.ts';
import type { WebhookStore } from '../db/webhooks.ts';
import { json } from './handler.ts';
import { safeMessage } from './log.ts';

export type WebhookEvent = { provider: string; eventId: string; rawBody: string };

/**
 * Stores a verified event, acts, and closes it. Acting that fails leaves the event open and answers an error, so the
 * vendor's next delivery acts again. Everything in `act` must therefore be safe to repeat.
 */
export async function handleOnce(
  store: Pick<WebhookStore, 'receive' | 'finish'>,
  event: WebhookEvent,
  act: () => Promise<void>,
): Promise<Response> {
  const { provider, eventId, rawBody } = event;
  const open = await store.receive(provider, eventId, rawBody);
  if (!open) return json({ received: true, duplicate: true } satisfies WebhookResponse);
  try {
    await act();
  } catch (error) {
    // Keeping the reason is a help for staff; failing to keep it must not hide the error itself.
    await store.finish(provider, eventId, safeMessage(error)).catch(() => undefined);
    throw error;
  }
  await store.finish(provider, eventId, null);
  return json({ received: true, duplicate: false } satisfies WebhookResponse);
}
