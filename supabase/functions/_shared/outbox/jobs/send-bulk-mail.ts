import { z } from 'zod';
import type { BulkStore } from '../../db/bulk.ts';
import type { MailStore } from '../../db/mails.ts';
import type { EmailPort } from '../../vendors/email/port.ts';
import { parsePayload, type RunJob } from '../job.ts';
import { oneLine } from '../mails/escape.ts';
import { renderHtml, renderText, type MailContent } from '../mails/layout.ts';

export type SendBulkMailDeps = { bulk: Pick<BulkStore, 'mail'>; mails: Pick<MailStore, 'getSender'>; email: EmailPort };

/** What staff wrote to many: paragraphs are set apart by an empty line, everything is plain text. */
export function createSendBulkMail({ bulk, mails, email }: SendBulkMailDeps): RunJob {
  return async ({ id, payload }) => {
    const { job_id, user_id } = parsePayload(payload, z.object({ job_id: z.uuid(), user_id: z.uuid() }));
    const mail = await bulk.mail(job_id, user_id);
    if (mail === null) return;
    const paragraphs = mail.body.split(/\n\s*\n/).map((text) => text.replace(/\s+/g, ' ').trim());
    const content: MailContent = {
      subject: mail.subject,
      preview: paragraphs[0] ?? '',
      name: mail.name,
      productName: mail.product_name,
      paragraphs,
      facts: [],
      after: [],
      button: null,
      links: [],
    };
    await email.send({
      to: { email: mail.email, name: oneLine(mail.name) },
      subject: oneLine(content.subject),
      text: renderText(content),
      html: renderHtml(content),
      attachments: [],
      outboxId: id,
      sender: await mails.getSender(),
    });
  };
}
