import type { InvitationKind } from '../../contracts/accept-invite.ts';
import type { MailPlaceholder, MailTemplate, MailWords } from '../../contracts/mail-templates.ts';
import { mailTemplates } from './compose.ts';
import { invitationMail } from './invitation-mails.ts';
import type { MailContent } from './layout.ts';
import { withOwnWords } from './own-words.ts';

type Say = (placeholder: MailPlaceholder, sample: string) => string;
export type SampleReader = { name: string; productName: string; appUrl: string };

const id = '00000000-0000-4000-8000-000000000000';
const issued = '2026-04-01T04:30:00Z';
const invitationKinds: Partial<Record<MailTemplate, InvitationKind>> = {
  student_invitation: 'student',
  manager_invitation: 'manager',
  staff_invitation: 'staff',
};

/** Every fact that any mail tells, made up. `say` decides whether a placeholder shows its sample or itself. */
const sampleContext = (say: Say, reader: SampleReader) => ({
  to: { email: 'sample@example.com', name: say('name', reader.name) },
  product_name: say('product_name', reader.productName),
  track_id: 'sample',
  track_name: say('track_name', 'AI Foundations'),
  institution_name: say('institution_name', 'Sample University'),
  file_name: say('file_name', 'students.csv'),
  reference: say('reference', 'ENQ-7F3K9Q'),
  number: say('certificate_number', 'AIR-2026-000123'),
  kind: 'enrolment',
  price: 499_900,
  discount: 50_000,
  tax_lines: [
    { name: 'CGST', rate: 9, amount: 40_491 },
    { name: 'SGST', rate: 9, amount: 40_491 },
  ],
  total: 530_882,
  paid_at: issued,
  coupon_code: 'SPRING-26',
  invoice_number: 'AIR/26-27/00001',
  scheduled_at: '2026-04-15T04:30:00Z',
  attempt_no: 1,
  exam_minutes: 90,
  score: 58,
  passing_score: 70,
  attempts_left: 1,
  cooldown_until: '2026-04-16T04:30:00Z',
  status: 'issued',
  issued_at: issued,
  expires_at: '2028-04-01T04:30:00Z',
  pdf_path: null,
  verify_path: '/verify/AIR-2026-000123',
  credly_url: null,
  credly_state: null,
  import_id: id,
  rows_total: 120,
  rows_enrolled: 112,
  rows_already: 5,
  rows_refused: 3,
  lead_id: id,
  contact_name: 'Ravi Menon',
  contact_email: 'ravi@example.edu',
  contact_phone: '+919876543210',
  designation: 'Registrar',
  website: 'https://example.edu',
  city: 'Pune',
  expected_students: 400,
  tracks: ['AI Foundations'],
  message: 'We would like to enrol our final-year students.',
  enquiries: 1,
});

function compose(template: MailTemplate, say: Say, reader: SampleReader) {
  const context = sampleContext(say, reader);
  const kind = invitationKinds[template];
  if (kind !== undefined) {
    const content = invitationMail(kind, {
      invitation: {
        email: context.to.email,
        full_name: context.to.name,
        institution_name: context.institution_name,
        inviter_name: null,
        tracks: kind === 'student' ? [{ name: context.track_name }] : [],
        has_account: false,
        still_wanted: true,
        expires_at: '2026-05-01T04:30:00Z',
      },
      productName: context.product_name,
      // Opens nothing: a sample has no token.
      url: `${reader.appUrl}/accept-invite`,
      now: new Date(issued),
    });
    return { content, context };
  }
  const write = mailTemplates[template];
  if (write === undefined) throw new Error(`No mail ${template}`);
  const kinded = template.startsWith('enquiry_') ? { ...context, kind: 'university' } : context;
  return { content: write(kinded, reader.appUrl).content, context };
}

/** A mail as it would arrive, with made-up facts. */
export function sampleMail(template: MailTemplate, words: MailWords | null, reader: SampleReader): MailContent {
  const { content, context } = compose(template, (_, sample) => sample, reader);
  return withOwnWords(template, content, words, context);
}

/** The words that a mail has of itself, with its placeholders. */
export function builtInWords(template: MailTemplate, reader: SampleReader): MailWords {
  const { subject, paragraphs } = compose(template, (placeholder) => `{{${placeholder}}}`, reader).content;
  return { subject, paragraphs };
}
