import { z } from 'zod';
import { mailTemplateSchema } from '../../contracts/mail-templates.ts';
import type { CertificateStore } from '../../db/certificates.ts';
import type { MailStore } from '../../db/mails.ts';
import type { EmailPort } from '../../vendors/email/port.ts';
import { parsePayload, PermanentError, type RunJob } from '../job.ts';
import { mailTemplates } from '../mails/compose.ts';
import { oneLine } from '../mails/escape.ts';
import { renderHtml, renderText } from '../mails/layout.ts';
import { withOwnWords } from '../mails/own-words.ts';

export type SendEmailDeps = {
  mails: Pick<MailStore, 'getContext' | 'getWords' | 'getSender'>;
  certificates: Pick<CertificateStore, 'downloadPdf'>;
  email: EmailPort;
  appUrl: string;
};

const payloadSchema = z.object({ template: mailTemplateSchema, params: z.record(z.string(), z.unknown()) });

/** The certificate or the booking was taken back while its mail waited: nothing is to be announced. */
const takenBack = z.object({ status: z.enum(['revoked', 'cancelled']) });

export function createSendEmail(deps: SendEmailDeps): RunJob {
  return async ({ id, payload }) => {
    const { template, params } = parsePayload(payload, payloadSchema);
    const compose = mailTemplates[template];
    if (!compose) throw new PermanentError(`unknown mail ${template}`);
    const context = await deps.mails.getContext(template, params);
    if (takenBack.safeParse(context).success) return;
    const { to, content: builtIn, pdf } = compose(context, deps.appUrl);
    const [words, sender] = await Promise.all([deps.mails.getWords(template), deps.mails.getSender()]);
    const content = withOwnWords(template, builtIn, words, context);
    const attachments = pdf
      ? [{ filename: pdf.filename, type: 'application/pdf', content: await deps.certificates.downloadPdf(pdf.path) }]
      : [];
    await deps.email.send({
      to: { email: to.email, name: oneLine(to.name) },
      subject: oneLine(content.subject),
      text: renderText(content),
      html: renderHtml(content),
      attachments,
      outboxId: id,
      sender,
    });
  };
}
