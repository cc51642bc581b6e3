import type { WebhookStore } from '../_shared/db/webhooks.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { createHandler } from '../_shared/http/handler.ts';
import { sha256Hex } from '../_shared/http/hmac.ts';
import type { Log } from '../_shared/http/log.ts';
import type { NudgeWorker } from '../_shared/http/nudge.ts';
import { handleOnce } from '../_shared/http/webhook.ts';
import { isTalviewCallback } from '../_shared/vendors/talview/signature.ts';
import { actOnTalviewCallback, type TalviewActDeps } from '../_shared/webhooks/talview.ts';

export type TalviewWebhookDeps = TalviewActDeps & {
  token: string;
  secret?: string | undefined;
  webhooks: Pick<WebhookStore, 'receive' | 'finish'>;
  nudgeWorker: NudgeWorker;
  log?: Log;
};

/** A callback only says that there is news; the session is read from Talview by the worker before it counts. */
export function createTalviewWebhookHandler(deps: TalviewWebhookDeps) {
  return createHandler({
    name: 'talview-webhook',
    auth: { kind: 'none' },
    maxBytes: 256 * 1024,
    ...(deps.log && { log: deps.log }),
    async run({ request, url, rawBody, text, note }) {
      const genuine = await isTalviewCallback(deps, {
        token: url.searchParams.get('token') ?? '',
        signature: request.headers.get('x-talview-signature'),
        rawBody,
      });
      if (!genuine) throw new HttpError(401, 'bad_signature', 'The token or signature does not match.');
      const body = text();
      const eventId = await sha256Hex(rawBody);
      note({ eventId });
      const response = await handleOnce(deps.webhooks, { provider: 'talview', eventId, rawBody: body }, () =>
        actOnTalviewCallback(deps, body, eventId),
      );
      deps.nudgeWorker();
      return response;
    },
  });
}
