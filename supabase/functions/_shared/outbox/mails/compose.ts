import type { z } from 'zod';
import { PermanentError } from '../job.ts';
import { badgeReady, certificateReady } from './certificate-mails.ts';
import {
  certificateContext,
  enquiryContext,
  enrolledContext,
  examContext,
  importContext,
  receiptContext,
} from './context.ts';
import { enquiryReceived, enquiryThanks } from './enquiry-mails.ts';
import { examFailed, examReview, examScheduled } from './exam-mails.ts';
import { importDone, studentEnrolled } from './institution-mails.ts';
import type { MailContent } from './layout.ts';
import { paymentReceipt } from './payment-mails.ts';

export type ComposedMail = {
  to: { email: string; name: string };
  content: MailContent;
  /** A certificate's file to attach. */
  pdf: { path: string; filename: string } | null;
};

type Recipient = { to: { email: string | null; name: string | null } };
type Compose = (context: unknown, appUrl: string) => ComposedMail;

function template<T extends Recipient>(
  name: string,
  schema: z.ZodType<T>,
  write: (context: T, appUrl: string) => MailContent,
  pdf: (context: T) => ComposedMail['pdf'] = () => null,
): Compose {
  return (value, appUrl) => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      throw new Error(`${name}: unexpected ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
    }
    const { email, name: person } = parsed.data.to;
    if (!email || !/^[^\s@<>]+@[^\s@<>]+$/.test(email)) throw new PermanentError('the person has no address');
    return { to: { email, name: person ?? '' }, content: write(parsed.data, appUrl), pdf: pdf(parsed.data) };
  };
}

export const mailTemplates: Record<string, Compose> = {
  payment_receipt: template('payment_receipt', receiptContext, paymentReceipt),
  exam_scheduled: template('exam_scheduled', examContext, examScheduled),
  exam_failed: template('exam_failed', examContext, examFailed),
  exam_review: template('exam_review', examContext, examReview),
  certificate_ready: template('certificate_ready', certificateContext, certificateReady, ({ pdf_path, number }) =>
    pdf_path ? { path: pdf_path, filename: `${number}.pdf` } : null,
  ),
  badge_ready: template('badge_ready', certificateContext, badgeReady),
  student_enrolled: template('student_enrolled', enrolledContext, studentEnrolled),
  enquiry_received: template('enquiry_received', enquiryContext, enquiryReceived),
  enquiry_thanks: template('enquiry_thanks', enquiryContext, enquiryThanks),
  import_done: template('import_done', importContext, importDone),
};
