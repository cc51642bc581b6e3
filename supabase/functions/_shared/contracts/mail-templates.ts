import { z } from 'zod';

/** Every mail whose words staff may change, with the placeholders that it knows. The database holds the same list. */
export const mailPlaceholders = {
  payment_receipt: ['name', 'product_name', 'track_name'],
  exam_scheduled: ['name', 'product_name', 'track_name', 'exam_time'],
  exam_failed: ['name', 'product_name', 'track_name'],
  exam_review: ['name', 'product_name', 'track_name'],
  certificate_ready: ['name', 'product_name', 'track_name', 'certificate_number'],
  badge_ready: ['name', 'product_name', 'track_name'],
  student_enrolled: ['name', 'product_name', 'track_name', 'institution_name'],
  import_done: ['name', 'product_name', 'institution_name', 'file_name'],
  enquiry_received: ['name', 'product_name', 'institution_name', 'reference'],
  enquiry_thanks: ['product_name', 'reference'],
  student_invitation: ['name', 'product_name', 'institution_name'],
  manager_invitation: ['name', 'product_name', 'institution_name'],
  staff_invitation: ['name', 'product_name'],
} as const;

export type MailTemplate = keyof typeof mailPlaceholders;
export type MailPlaceholder = (typeof mailPlaceholders)[MailTemplate][number];

const names = [
  'payment_receipt',
  'exam_scheduled',
  'exam_failed',
  'exam_review',
  'certificate_ready',
  'badge_ready',
  'student_enrolled',
  'import_done',
  'enquiry_received',
  'enquiry_thanks',
  'student_invitation',
  'manager_invitation',
  'staff_invitation',
] as const satisfies readonly MailTemplate[];
export const mailTemplateSchema = z.enum(names);
export const mailTemplateNames: readonly MailTemplate[] = names;

export const mailLimits = { subject: 150, paragraph: 1000, paragraphs: 6 };

/** Own words of a mail: plain text, a placeholder written as {{track_name}}. */
export const mailWordsSchema = z.object({
  subject: z.string().trim().min(1).max(mailLimits.subject),
  paragraphs: z.array(z.string().trim().min(1).max(mailLimits.paragraph)).min(1).max(mailLimits.paragraphs),
});
export type MailWords = z.infer<typeof mailWordsSchema>;

export type MailTextFault = 'length' | 'unknown_placeholder' | 'no_html';

/** What is wrong with one text of a mail, as the database judges it; null for a good one. */
export function mailTextFault(template: MailTemplate, text: string, max: number): MailTextFault | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > max || /[\p{Cc}\u2028\u2029]/u.test(trimmed)) return 'length';
  const known: readonly string[] = mailPlaceholders[template];
  const named = [...trimmed.matchAll(/\{\{(.*?)\}\}/g)].map((match) => match[1] ?? '');
  if (named.some((name) => !known.includes(name)) || /\{\{|\}\}/.test(trimmed.replaceAll(/\{\{.*?\}\}/g, ''))) {
    return 'unknown_placeholder';
  }
  return /<[a-z/!]/i.test(trimmed) ? 'no_html' : null;
}

export const areMailWordsGood = (template: MailTemplate, { subject, paragraphs }: MailWords): boolean =>
  mailTextFault(template, subject, mailLimits.subject) === null &&
  paragraphs.every((paragraph) => mailTextFault(template, paragraph, mailLimits.paragraph) === null);

/** words: null shows the built-in ones. */
export const previewMailRequestSchema = z.object({ template: mailTemplateSchema, words: mailWordsSchema.nullable() });

/** The mail with sample data, and its built-in words with placeholders. */
export const previewMailResponseSchema = z.object({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  builtIn: z.object({ subject: z.string(), paragraphs: z.array(z.string()) }),
});
export type PreviewMailResponse = z.infer<typeof previewMailResponseSchema>;
