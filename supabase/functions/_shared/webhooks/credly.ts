import type { OutboxStore } from '../db/outbox.ts';

export type CredlyActDeps = { outbox: Pick<OutboxStore, 'enqueue'> };

/** Safe to repeat. The event is a hint, which the worker looks up at Credly. */
export const actOnCredlyEvent = (deps: CredlyActDeps, eventId: string): Promise<void> =>
  deps.outbox.enqueue('credly.read_event', { event_id: eventId }, `credly.read_event:${eventId}`);
