import { randomUUID } from 'node:crypto';
import { hmacSha256Hex } from '../shared/ids.ts';
import { createWebhooks, type Webhooks } from '../shared/webhooks.ts';
import type { Session, TalviewStore } from './store.ts';

const VERSION = '1.0';

export function createTalviewWebhooks(store: TalviewStore, url: string | undefined, secret: string): Webhooks {
  return createWebhooks({
    url,
    deliveries: store.data.deliveries,
    save: store.save,
    accepts: (status) => status >= 200 && status < 300,
    headers: ({ body }, forged) => ({ 'x-talview-signature': hmacSha256Hex(forged ? `not-${secret}` : secret, body) }),
    // What a candidate would forge: full marks.
    forge: (event) => ({ ...event, body: event.body.replaceAll(/"score":\d+(\.\d+)?/g, '"score":100') }),
  });
}

/** The callback that says a session was reviewed. It has no id on the wire; the one here serves the sandbox's own log. */
export function reviewedEvent(session: Session) {
  const { uuid, userId, sessionKey, score, status } = session;
  const body = JSON.stringify({
    event_type: 'session.reviewed',
    payload: { userId, score, status, session: { id: uuid, uuid, external_id: sessionKey, score, status } },
    meta: { version: VERSION, sent_at: new Date().toISOString() },
  });
  return { eventId: randomUUID(), eventType: 'session.reviewed', body };
}
