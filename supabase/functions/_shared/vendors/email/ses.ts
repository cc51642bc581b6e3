import { z } from 'zod';
import { vendorFetch } from '../../http/vendor-fetch.ts';
import { formatAddress, parseAddress, replyToOf, senderOf, toBase64 } from './address.ts';
import type { EmailPort } from './port.ts';
import { signPost } from './sigv4.ts';

const sentSchema = z.object({ MessageId: z.string() });
const errorSchema = z.object({ message: z.string() });

export type SesOptions = {
  /** Left out in production: the region's own address. */
  apiUrl?: string | undefined;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  from: string;
  timeoutMs: number;
  now?: () => Date;
};

const utf8 = (data: string) => ({ Data: data, Charset: 'UTF-8' });

export function createSes(options: SesOptions): EmailPort {
  const base = options.apiUrl ?? `https://email.${options.region}.amazonaws.com`;
  const url = new URL(`${base}/v2/email/outbound-emails`);
  const key = {
    accessKeyId: options.accessKeyId,
    secretAccessKey: options.secretAccessKey,
    region: options.region,
    service: 'ses',
  };
  return {
    async send(mail) {
      const replyTo = replyToOf(mail);
      const body = {
        FromEmailAddress: formatAddress(senderOf(parseAddress(options.from), mail)),
        ...(replyTo !== null && { ReplyToAddresses: [replyTo] }),
        Destination: { ToAddresses: [formatAddress(mail.to)] },
        EmailTags: [{ Name: 'outbox_id', Value: mail.outboxId }],
        Content: {
          Simple: {
            Subject: utf8(mail.subject),
            Body: { Text: utf8(mail.text), Html: utf8(mail.html) },
            ...(mail.attachments.length > 0 && {
              Attachments: mail.attachments.map((attachment) => ({
                FileName: attachment.filename,
                ContentType: attachment.type,
                ContentDisposition: 'ATTACHMENT',
                ContentTransferEncoding: 'BASE64',
                RawContent: toBase64(attachment.content),
              })),
            }),
          },
        },
      };
      const headers = await signPost(key, url, JSON.stringify(body), options.now?.() ?? new Date());
      await vendorFetch({
        vendor: 'ses',
        url: url.href,
        method: 'POST',
        headers,
        body,
        schema: sentSchema,
        timeoutMs: options.timeoutMs,
        errorDetail: (answer) => errorSchema.safeParse(answer).data?.message,
      });
    },
  };
}
