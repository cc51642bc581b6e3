import { randomUUID } from 'node:crypto';
import { createWebhooks, type Webhooks } from '../shared/webhooks.ts';
import type { Badge, BadgeEvent, CredlyStore } from './store.ts';

export type CredlyEvents = { emit(type: BadgeEvent['type'], badge: Badge): void };

/** Unsigned, as Credly's are: a hint to go and read the event. */
export function createCredlyWebhooks(store: CredlyStore, url: string | undefined, organizationId: string): Webhooks {
  return createWebhooks({
    url,
    deliveries: store.data.deliveries,
    save: store.save,
    // Anything but exactly 200 is sent again.
    accepts: (status) => status === 200,
    headers: () => ({}),
    // A forger can only name an event that does not exist.
    forge: ({ eventType }) => {
      const id = randomUUID();
      return {
        eventId: id,
        eventType,
        body: hint(organizationId, { id, type: eventType, occurredAt: new Date().toISOString() }),
      };
    },
  });
}

const hint = (organizationId: string, event: { id: string; type: string; occurredAt: string }) =>
  JSON.stringify({
    id: event.id,
    organization_id: organizationId,
    event_type: event.type,
    occurred_at: event.occurredAt,
  });

export function createCredlyEvents(store: CredlyStore, webhooks: Webhooks, organizationId: string): CredlyEvents {
  return {
    emit(type, badge) {
      const event: BadgeEvent = {
        id: randomUUID(),
        type,
        occurredAt: new Date().toISOString(),
        badgeId: badge.id,
        state: badge.state,
      };
      store.data.events.push(event);
      store.save();
      webhooks.emit({ eventId: event.id, eventType: type, body: hint(organizationId, event) });
    },
  };
}
