import {
  mailLimits,
  mailTextFault,
  type MailTemplate,
  type MailTextFault,
  type MailWords,
} from '@contracts/mail-templates.ts';

/** As it is typed: paragraphs in one field, an empty line between them. */
export type MailDraft = { subject: string; body: string };
export type MailFaults = { subject: MailTextFault | null; body: MailTextFault | null };

export const mailDraftOf = ({ subject, paragraphs }: MailWords): MailDraft => ({
  subject,
  body: paragraphs.join('\n\n'),
});

/** The words out of the form. A single line break is a space: mails wrap by themselves. */
export const wordsOf = ({ subject, body }: MailDraft): MailWords => ({
  subject: subject.trim(),
  paragraphs: body
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== ''),
});

export function mailFaultsOf(template: MailTemplate, draft: MailDraft): MailFaults {
  const { subject, paragraphs } = wordsOf(draft);
  const count = paragraphs.length;
  const faults = paragraphs.map((paragraph) => mailTextFault(template, paragraph, mailLimits.paragraph));
  return {
    subject: mailTextFault(template, subject, mailLimits.subject),
    body: count === 0 || count > mailLimits.paragraphs ? 'length' : (faults.find((fault) => fault !== null) ?? null),
  };
}
