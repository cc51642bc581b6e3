import { z } from 'zod';
import type { LimitRate } from '../_shared/db/rate-limit.ts';
import type { WebhookStore } from '../_shared/db/webhooks.ts';
import { parseJson } from '../_shared/http/body.ts';
import { equalInConstantTime } from '../_shared/http/constant-time.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { createHandler } from '../_shared/http/handler.ts';
import type { Log } from '../_shared/http/log.ts';
import type { NudgeWorker } from '../_shared/http/nudge.ts';
import { handleOnce } from '../_shared/http/webhook.ts';
import { actOnCredlyEvent, type CredlyActDeps } from '../_shared/webhooks/credly.ts';

export type CredlyWebhookDeps = CredlyActDeps & {
  organizationId: string;
  limitRate: LimitRate;
  webhooks: Pick<WebhookStore, 'receive' | 'finish'>;
  nudgeWorker: NudgeWorker;
  log?: Log;
};

const eventSchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/),
  organization_id: z.string().max(100),
  event_type: z.string().max(100),
});

/** Credly does not sign: the event is a hint, which the worker looks up at Credly. Hence the limit on how many are taken. */
export function createCredlyWebhookHandler(deps: CredlyWebhookDeps) {
  return createHandler({
    name: 'credly-webhook',
    auth: { kind: 'none' },
    maxBytes: 16 * 1024,
    ...(deps.log && { log: deps.log }),
    async run({ text, note }) {
      const body = text();
      const event = parseJson(body, eventSchema);
      if (!equalInConstantTime(event.organization_id, deps.organizationId)) {
        throw new HttpError(401, 'unknown_organization', 'The event is of another organization.');
      }
      // After what costs nothing to refuse, so that noise does not use up the limit of the real events.
      await deps.limitRate('credly-webhook', 300, 60);
      note({ event: event.event_type, eventId: event.id });
      const response = await handleOnce(deps.webhooks, { provider: 'credly', eventId: event.id, rawBody: body }, () =>
        actOnCredlyEvent(deps, event.id),
      );
      deps.nudgeWorker();
      return response;
    },
  });
}
