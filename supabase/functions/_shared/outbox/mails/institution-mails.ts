import type { EnrolledContext, ImportContext } from './context.ts';
import { formatCount } from './formats.ts';
import type { MailContent } from './layout.ts';
import { mailTexts } from './texts.ts';

const common = (context: EnrolledContext | ImportContext) => ({
  name: context.to.name ?? '',
  productName: context.product_name,
  facts: [],
  after: [],
  links: [],
});

export function studentEnrolled(context: EnrolledContext, appUrl: string): MailContent {
  const texts = mailTexts.studentEnrolled;
  return {
    ...common(context),
    subject: texts.subject(context.track_name),
    preview: texts.preview,
    paragraphs: [texts.intro(context.institution_name, context.track_name), texts.next],
    button: { label: texts.button, url: `${appUrl}/dashboard` },
  };
}

export function importDone(context: ImportContext, appUrl: string): MailContent {
  const texts = mailTexts.importDone;
  return {
    ...common(context),
    subject: texts.subject(context.file_name),
    preview: texts.preview,
    paragraphs: [texts.intro(context.institution_name)],
    facts: [
      { label: texts.file, value: context.file_name },
      { label: texts.rows, value: formatCount(context.rows_total) },
      { label: texts.enrolled, value: formatCount(context.rows_enrolled), strong: true },
      { label: texts.already, value: formatCount(context.rows_already) },
      { label: texts.refused, value: formatCount(context.rows_refused) },
    ],
    after: [context.rows_refused > 0 ? texts.refusedNext : texts.allDone],
    button: { label: texts.button, url: `${appUrl}/institution/bulk/${context.import_id}` },
  };
}
