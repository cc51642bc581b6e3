import { z } from 'zod';
import { areMailWordsGood, mailTemplateSchema, mailWordsSchema } from '../../contracts/mail-templates.ts';
import type { MailStore } from '../../db/mails.ts';
import type { EmailPort } from '../../vendors/email/port.ts';
import { parsePayload, PermanentError, type RunJob } from '../job.ts';
import { oneLine } from '../mails/escape.ts';
import { renderHtml, renderText } from '../mails/layout.ts';
import { sampleMail } from '../mails/samples.ts';

export type SendTestMailDeps = {
  mails: Pick<MailStore, 'getRecipient' | 'getSender'>;
  email: EmailPort;
  appUrl: string;
};

const payloadSchema = z.object({ template: mailTemplateSchema, user_id: z.uuid(), words: mailWordsSchema });

/** A mail with made-up facts, to whoever asked for it. */
export function createSendTestMail(deps: SendTestMailDeps): RunJob {
  return async ({ id, payload }) => {
    const { template, user_id, words } = parsePayload(payload, payloadSchema);
    if (!areMailWordsGood(template, words)) throw new PermanentError('words: unknown placeholder');
    const [recipient, sender] = await Promise.all([deps.mails.getRecipient(user_id), deps.mails.getSender()]);
    if (!recipient?.to.email) throw new PermanentError('the person has no address');
    const { to, product_name } = recipient;
    const name = oneLine(to.name ?? '');
    const content = sampleMail(template, words, { name, productName: product_name, appUrl: deps.appUrl });
    await deps.email.send({
      to: { email: recipient.to.email, name },
      subject: oneLine(`[Test] ${content.subject}`),
      text: renderText(content),
      html: renderHtml(content),
      attachments: [],
      outboxId: id,
      sender,
    });
  };
}
