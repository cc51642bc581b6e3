import type { EnquiryContext } from './context.ts';
import type { MailContent } from './layout.ts';
import { mailTexts } from './texts.ts';

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** To sales staff. */
export function enquiryReceived(context: EnquiryContext, appUrl: string): MailContent {
  const texts = mailTexts.enquiryReceived;
  const again = context.enquiries > 1;
  const told: [string, string | null][] = [
    [texts.kind, texts.kinds[context.kind]],
    [texts.contact, context.contact_name],
    [texts.designation, context.designation],
    [texts.email, context.contact_email],
    [texts.phone, context.contact_phone],
    [texts.city, context.city],
    [texts.website, context.website],
    [texts.students, context.expected_students === null ? null : texts.count(context.expected_students)],
    [texts.tracks, context.tracks.join(', ')],
  ];
  return {
    subject: (again ? texts.subjectAgain : texts.subject)(context.institution_name, context.reference),
    preview: again ? texts.previewAgain : texts.preview,
    name: context.to.name ?? '',
    productName: context.product_name,
    paragraphs: [(again ? texts.introAgain : texts.intro)(context.institution_name)],
    facts: told.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    after: context.message ? [texts.message, ...lines(context.message)] : [],
    button: { label: texts.button, url: `${appUrl}/admin/leads/${context.lead_id}` },
    links: [],
  };
}

/** To whoever enquired. The address may be anybody's: nothing of the message is repeated, and a name that holds a link is left out. */
export function enquiryThanks(context: EnquiryContext, appUrl: string): MailContent {
  const texts = mailTexts.enquiryThanks;
  const name = context.to.name ?? '';
  return {
    subject: texts.subject(context.reference),
    preview: texts.preview,
    name: /:\/\/|www\./i.test(name) ? '' : name,
    productName: context.product_name,
    paragraphs: [context.enquiries > 1 ? texts.introAgain : texts.intro, texts.next],
    facts: [{ label: texts.reference, value: context.reference, strong: true }],
    after: [],
    button: { label: texts.button, url: `${appUrl}/#tracks` },
    links: [],
    reason: texts.reason(context.product_name),
  };
}
