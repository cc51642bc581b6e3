import { z } from 'zod';
import { vendorFetch } from '../../http/vendor-fetch.ts';
import { parseAddress, replyToOf, senderOf, toBase64 } from './address.ts';
import type { EmailPort } from './port.ts';

const errorSchema = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

export type SendgridOptions = { apiUrl: string; apiKey: string; from: string; timeoutMs: number };

export function createSendgrid(options: SendgridOptions): EmailPort {
  const from = parseAddress(options.from);
  return {
    async send(mail) {
      const replyTo = replyToOf(mail);
      await vendorFetch({
        vendor: 'sendgrid',
        url: `${options.apiUrl}/v3/mail/send`,
        method: 'POST',
        headers: { authorization: `Bearer ${options.apiKey}` },
        timeoutMs: options.timeoutMs,
        // 202 with an empty body.
        schema: z.unknown(),
        errorDetail: (body) => errorSchema.safeParse(body).data?.errors[0]?.message,
        body: {
          personalizations: [{ to: [named(mail.to)], custom_args: { outbox_id: mail.outboxId } }],
          from: named(senderOf(from, mail)),
          ...(replyTo !== null && { reply_to: { email: replyTo } }),
          subject: mail.subject,
          content: [
            { type: 'text/plain', value: mail.text },
            { type: 'text/html', value: mail.html },
          ],
          ...(mail.attachments.length > 0 && {
            attachments: mail.attachments.map((attachment) => ({
              content: toBase64(attachment.content),
              type: attachment.type,
              filename: attachment.filename,
              disposition: 'attachment',
            })),
          }),
        },
      });
    },
  };
}

const named = ({ email, name }: { email: string; name: string }) => (name ? { email, name } : { email });
