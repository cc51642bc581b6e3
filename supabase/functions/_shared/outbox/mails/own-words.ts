import { z } from 'zod';
import {
  mailPlaceholders,
  type MailPlaceholder,
  type MailTemplate,
  type MailWords,
} from '../../contracts/mail-templates.ts';
import { formatMoment } from './formats.ts';
import type { MailContent } from './layout.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const contextSchema = z.object({
  to: z.object({ name: text }),
  product_name: text,
  track_name: text,
  institution_name: text,
  file_name: text,
  reference: text,
  number: text,
  scheduled_at: text,
});

type Values = Partial<Record<MailPlaceholder, string>>;

/** What the placeholders of a mail stand for; those that the mail does not know are left out whatever its context holds. */
function valuesOf(template: MailTemplate, context: unknown): Values {
  const of = contextSchema.parse(context);
  const all: Record<MailPlaceholder, string> = {
    name: of.to.name,
    product_name: of.product_name,
    track_name: of.track_name,
    institution_name: of.institution_name,
    file_name: of.file_name,
    reference: of.reference,
    certificate_number: of.number,
    exam_time: of.scheduled_at === '' ? '' : formatMoment(of.scheduled_at),
  };
  return Object.fromEntries(mailPlaceholders[template].map((name) => [name, all[name]]));
}

function fill(words: string, values: Values): string {
  const known = new Map<string, string>(Object.entries(values));
  return words.replaceAll(/\{\{([a-z_]+)\}\}/g, (_, name: string) => known.get(name) ?? '');
}

/** Subject and opening paragraphs in the words of staff. They stay plain text and are escaped with everything else. */
export function withOwnWords(
  template: MailTemplate,
  content: MailContent,
  words: MailWords | null,
  context: unknown,
): MailContent {
  if (words === null) return content;
  const values = valuesOf(template, context);
  return {
    ...content,
    subject: fill(words.subject, values),
    paragraphs: words.paragraphs.map((paragraph) => fill(paragraph, values)),
  };
}
