import {
  areMailWordsGood,
  previewMailRequestSchema,
  type PreviewMailResponse,
} from '../_shared/contracts/mail-templates.ts';
import type { LimitRate } from '../_shared/db/rate-limit.ts';
import type { Caller, VerifyUser } from '../_shared/http/auth.ts';
import { parseJson } from '../_shared/http/body.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { createHandler, json } from '../_shared/http/handler.ts';
import type { Log } from '../_shared/http/log.ts';
import { oneLine } from '../_shared/outbox/mails/escape.ts';
import { renderHtml, renderText } from '../_shared/outbox/mails/layout.ts';
import { builtInWords, sampleMail } from '../_shared/outbox/mails/samples.ts';

export type PreviewMailDeps = {
  verifyUser: VerifyUser;
  limitRate: LimitRate;
  /** Throws 403. */
  requireRight: (caller: Caller) => Promise<void>;
  getProductName: () => Promise<string>;
  appUrl: string;
  log?: Log;
};

/** Shows a mail as it would arrive, with made-up facts and the words of a form that need not be saved. Sends nothing. */
export function createPreviewMailHandler(deps: PreviewMailDeps) {
  return createHandler({
    name: 'preview-mail',
    auth: { kind: 'user', verifyUser: deps.verifyUser },
    maxBytes: 32 * 1024,
    ...(deps.log && { log: deps.log }),
    async run({ caller, text, note }) {
      const { template, words } = parseJson(text(), previewMailRequestSchema);
      await deps.requireRight(caller);
      await deps.limitRate(`preview-mail:${caller.id}`, 120, 60);
      if (words !== null && !areMailWordsGood(template, words)) {
        throw new HttpError(422, 'unknown_placeholder', 'These words cannot be used in this mail.');
      }
      const reader = { name: 'Asha Rao', productName: await deps.getProductName(), appUrl: deps.appUrl };
      const content = sampleMail(template, words, reader);
      note({ template });
      return json({
        subject: oneLine(content.subject),
        html: renderHtml(content),
        text: renderText(content),
        builtIn: builtInWords(template, reader),
      } satisfies PreviewMailResponse);
    },
  });
}
