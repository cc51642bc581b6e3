import type { WebhookStore } from '../_shared/db/webhooks.ts';
import { parseJson } from '../_shared/http/body.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { createHandler } from '../_shared/http/handler.ts';
import { sha256Hex } from '../_shared/http/hmac.ts';
import type { Log } from '../_shared/http/log.ts';
import type { NudgeWorker } from '../_shared/http/nudge.ts';
import { handleOnce } from '../_shared/http/webhook.ts';
import { isWebhookSignature } from '../_shared/vendors/razorpay/signature.ts';
import { actOnRazorpayEvent, type RazorpayActDeps } from '../_shared/webhooks/razorpay.ts';
import { eventNameSchema } from '../_shared/webhooks/razorpay-event.ts';

export type RazorpayWebhookDeps = RazorpayActDeps & {
  webhookSecrets: readonly string[];
  webhooks: Pick<WebhookStore, 'receive' | 'finish'>;
  nudgeWorker: NudgeWorker;
  log?: Log;
};

export function createRazorpayWebhookHandler(deps: RazorpayWebhookDeps) {
  return createHandler({
    name: 'razorpay-webhook',
    auth: { kind: 'none' },
    maxBytes: 512 * 1024,
    ...(deps.log && { log: deps.log }),
    async run({ request, rawBody, text, note }) {
      const signature = request.headers.get('x-razorpay-signature') ?? '';
      if (!(await isWebhookSignature(deps.webhookSecrets, rawBody, signature))) {
        throw new HttpError(401, 'bad_signature', 'The signature does not match.');
      }
      const body = text();
      const given = request.headers.get('x-razorpay-event-id') ?? '';
      const eventId = /^[A-Za-z0-9_-]{1,100}$/.test(given) ? given : await sha256Hex(rawBody);
      const { event } = parseJson(body, eventNameSchema);
      note({ event, eventId });
      const response = await handleOnce(deps.webhooks, { provider: 'razorpay', eventId, rawBody: body }, async () => {
        const outcome = await actOnRazorpayEvent(deps, body);
        if (outcome !== null) note({ outcome });
      });
      deps.nudgeWorker();
      return response;
    },
  });
}
