import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { NewMessage } from './store.ts';

const HELP = 'http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html';

export type SendGridError = { message: string; field: string | null; help: string | null };

const address = z.object({
  email: z.email('Does not contain a valid address.'),
  name: z.string().optional(),
});

const personalization = z.object({
  to: z
    .array(address)
    .min(
      1,
      'The to array is required for all personalization objects, and must have at least one email object with a valid email address.',
    ),
  cc: z.array(address).default([]),
  bcc: z.array(address).default([]),
  subject: z.string().optional(),
  custom_args: z.record(z.string(), z.string()).default({}),
  headers: z.record(z.string(), z.string()).optional(),
});

const attachment = z.object({
  content: z.base64('The attachment content must be base64 encoded.').min(1, 'The attachment content is required.'),
  type: z.string().default('application/octet-stream'),
  filename: z.string().min(1, 'The attachment filename is required.'),
  disposition: z.enum(['attachment', 'inline']).default('attachment'),
  content_id: z.string().optional(),
});

const mailSchema = z
  .strictObject({
    personalizations: z
      .array(personalization)
      .min(1, 'The personalizations field is required and must have at least one personalization.')
      .max(1000),
    from: address,
    reply_to: address.optional(),
    subject: z.string().optional(),
    content: z
      .array(
        z.object({
          type: z.string().min(1),
          value: z.string().min(1, 'The content value must be a string at least one character in length.'),
        }),
      )
      .min(
        1,
        'Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block.',
      ),
    attachments: z.array(attachment).default([]),
    custom_args: z.record(z.string(), z.string()).default({}),
    categories: z.array(z.string()).optional(),
    headers: z.record(z.string(), z.string()).optional(),
    mail_settings: z.looseObject({}).optional(),
    tracking_settings: z.looseObject({}).optional(),
  })
  .check((given) => {
    const { content, subject, personalizations } = given.value;
    const types = content.map(({ type }) => type);
    if (types.includes('text/plain') && types[0] !== 'text/plain') {
      given.issues.push({
        code: 'custom',
        input: content,
        path: ['content'],
        message: 'The text/plain content must be first, then text/html.',
      });
    }
    if (!subject && personalizations.some((one) => !one.subject)) {
      given.issues.push({
        code: 'custom',
        input: subject,
        path: ['subject'],
        message:
          'The subject is required. You can get around this requirement if you use a template with a subject defined or if every personalization has a subject defined.',
      });
    }
  });

type Parsed = { ok: true; messages: NewMessage[] } | { ok: false; errors: SendGridError[] };

/** One message for each personalization, as SendGrid sends them. */
export function parseMail(body: unknown): Parsed {
  if (body === undefined) return { ok: false, errors: [{ message: 'Bad Request', field: null, help: null }] };
  const parsed = mailSchema.safeParse(body);
  if (!parsed.success) return { ok: false, errors: parsed.error.issues.map(asError) };
  const mail = parsed.data;
  const find = (type: string) => mail.content.find((one) => one.type === type)?.value ?? null;
  const attachments = mail.attachments.map((one) => {
    const content = Buffer.from(one.content, 'base64');
    return { filename: one.filename, type: one.type, size: content.length, contentId: one.content_id ?? null, content };
  });
  const receivedAt = new Date().toISOString();
  const messages = mail.personalizations.map((one) => ({
    id: randomUUID(),
    to: one.to.map(asPerson),
    cc: one.cc.map(asPerson),
    bcc: one.bcc.map(asPerson),
    replyTo: mail.reply_to ? asPerson(mail.reply_to) : null,
    from: asPerson(mail.from),
    subject: one.subject ?? mail.subject ?? '',
    text: find('text/plain'),
    html: find('text/html'),
    attachments,
    receivedAt,
    customArgs: { ...mail.custom_args, ...one.custom_args },
  }));
  return { ok: true, messages };
}

const asPerson = ({ email, name }: z.infer<typeof address>) => ({ email, name: name ?? null });

/** SendGrid's field names run like `personalizations.0.to.0.email`. */
function asError(issue: z.core.$ZodIssue): SendGridError {
  const field = issue.path.join('.') || null;
  if (issue.code === 'unrecognized_keys') {
    const name = issue.keys[0] ?? null;
    return { message: `Invalid parameter ${name}. It is not known.`, field: name, help: `${HELP}#message` };
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return {
    message: missing ? `The ${field} field is required.` : issue.message,
    field,
    help: `${HELP}#message.${issue.path[0]?.toString() ?? ''}`,
  };
}

export const UNAUTHORIZED = {
  errors: [{ message: 'The provided authorization grant is invalid, expired, or revoked', field: null, help: null }],
};
export const SERVER_ERROR = { errors: [{ message: 'Internal server error', field: null, help: null }] };
