import { Buffer } from 'node:buffer';
import nodemailer from 'nodemailer';
import { z } from 'zod';
import { VendorError } from '../../http/vendor-fetch.ts';
import { parseAddress, replyToOf, senderOf } from './address.ts';
import type { EmailPort } from './port.ts';

export type SmtpOptions = {
  host: string;
  port: number;
  user?: string | undefined;
  password?: string | undefined;
  from: string;
  timeoutMs: number;
};

const refusalSchema = z.object({ responseCode: z.number() });

/** Hosted functions block ports 25 and 587: use 465 or 2525 there. */
export function createSmtp(options: SmtpOptions): EmailPort {
  const transport = nodemailer.createTransport({
    host: options.host,
    port: options.port,
    secure: options.port === 465,
    ...(options.user && { auth: { user: options.user, pass: options.password ?? '' } }),
    connectionTimeout: options.timeoutMs,
    greetingTimeout: options.timeoutMs,
    socketTimeout: options.timeoutMs,
  });
  return {
    async send(mail) {
      const replyTo = replyToOf(mail);
      try {
        await transport.sendMail({
          from: toMailbox(senderOf(parseAddress(options.from), mail)),
          ...(replyTo !== null && { replyTo }),
          to: toMailbox(mail.to),
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          headers: { 'X-Outbox-Id': mail.outboxId },
          attachments: mail.attachments.map((attachment) => ({
            filename: attachment.filename,
            contentType: attachment.type,
            content: Buffer.from(attachment.content),
          })),
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        const code = refusalSchema.safeParse(error).data?.responseCode;
        if (code === undefined) throw new VendorError('smtp', 'network', null, '');
        // 5xx is SMTP's "never", 4xx its "later": the other way round than HTTP.
        throw new VendorError('smtp', 'status', code >= 500 ? 422 : 503, `SMTP ${code}`);
      }
    },
  };
}

const toMailbox = ({ email, name }: { email: string; name: string }) => ({ name, address: email });
