import { randomUUID } from 'node:crypto';
import { z } from 'zod';

export const webhookModeSchema = z.strictObject({ mode: z.enum(['normal', 'twice', 'backwards', 'forged', 'off']) });
export type WebhookMode = z.infer<typeof webhookModeSchema>['mode'];

export const deliverySchema = z.object({
  id: z.string(),
  eventId: z.string(),
  eventType: z.string(),
  body: z.string(),
  forged: z.boolean(),
  /** `held`: the mode was off when it arose. `failed`: every attempt was refused. */
  status: z.enum(['pending', 'delivered', 'failed', 'held']),
  attempts: z.array(z.object({ at: z.string(), status: z.number().nullable(), error: z.string().nullable() })),
});
export type Delivery = z.infer<typeof deliverySchema>;

export type WebhookEvent = { eventId: string; eventType: string; body: string };

export type Webhooks = {
  readonly mode: WebhookMode;
  setMode(mode: WebhookMode): void;
  emit(event: WebhookEvent): void;
  /** Sends an event again (all of them without an id), as a vendor's dashboard can. */
  redeliver(eventId?: string): number;
  /** Takes up what a stop left undelivered. */
  resume(): void;
  close(): void;
};

export type WebhookOptions = {
  url: string | undefined;
  headers(event: WebhookEvent, forged: boolean): Record<string, string>;
  /** What a forger who has no secret would change in the event. */
  forge(event: WebhookEvent): WebhookEvent;
  accepts(status: number): boolean;
  deliveries: Delivery[];
  save(): void;
};

const KEPT = 500;
const ANSWER_WITHIN_MS = 5000;
const REORDER_WINDOW_MS = 300;
/** Growing like the vendors' own, but in seconds where theirs are hours. */
const RETRY_GAPS_MS = [250, 500, 1000, 2000, 4000, 8000, 15_000, 30_000];

export function createWebhooks(options: WebhookOptions): Webhooks {
  const { deliveries, save } = options;
  const timers = new Set<NodeJS.Timeout>();
  const stopping = new AbortController();
  let mode: WebhookMode = 'normal';
  let queue = Promise.resolve();
  let reordering: Delivery[] = [];
  let reorderTimer: NodeJS.Timeout | undefined;

  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
    return timer;
  };

  async function attempt(delivery: Delivery): Promise<void> {
    if (!options.url || stopping.signal.aborted) return;
    let status: number | null = null;
    let error: string | null = null;
    try {
      const response = await fetch(options.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...options.headers(delivery, delivery.forged) },
        body: delivery.body,
        redirect: 'manual',
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      status = response.status;
      await response.body?.cancel();
    } catch (cause) {
      error = cause instanceof Error ? cause.name : 'unknown';
    }
    if (stopping.signal.aborted) return;

    delivery.attempts.push({ at: new Date().toISOString(), status, error });
    if (status !== null && options.accepts(status)) {
      delivery.status = 'delivered';
    } else {
      const gap = RETRY_GAPS_MS[delivery.attempts.length - 1];
      // A forger does not insist.
      if (gap === undefined || delivery.forged) delivery.status = 'failed';
      else later(gap, () => void attempt(delivery));
    }
    save();
  }

  /** First attempts go one after another, so that the normal order is the order of the events. */
  const enqueue = (delivery: Delivery) => {
    queue = queue.then(() => attempt(delivery));
  };

  const record = (event: WebhookEvent, forged: boolean): Delivery => {
    const status = mode === 'off' || !options.url ? 'held' : 'pending';
    const delivery: Delivery = { id: randomUUID(), ...event, forged, status, attempts: [] };
    deliveries.push(delivery);
    deliveries.splice(0, Math.max(0, deliveries.length - KEPT));
    save();
    return delivery;
  };

  const sendReordered = () => {
    for (const delivery of reordering.toReversed()) enqueue(delivery);
    reordering = [];
  };

  return {
    get mode() {
      return mode;
    },
    setMode(next) {
      mode = next;
    },
    emit(event) {
      const delivery = record(mode === 'forged' ? options.forge(event) : event, mode === 'forged');
      if (delivery.status === 'held') return;
      if (mode === 'backwards') {
        reordering.push(delivery);
        if (reorderTimer) clearTimeout(reorderTimer);
        reorderTimer = later(REORDER_WINDOW_MS, sendReordered);
        return;
      }
      enqueue(delivery);
      if (mode === 'twice') enqueue(record(event, false));
    },
    redeliver(eventId) {
      const seen = new Set<string>();
      const chosen = deliveries.filter(
        (one) =>
          !one.forged && (!eventId || one.eventId === eventId) && !seen.has(one.eventId) && seen.add(one.eventId),
      );
      for (const { eventId: id, eventType, body } of chosen) {
        const again = record({ eventId: id, eventType, body }, false);
        again.status = 'pending';
        enqueue(again);
      }
      return chosen.length;
    },
    resume() {
      for (const delivery of deliveries) if (delivery.status === 'pending') enqueue(delivery);
    },
    close() {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
