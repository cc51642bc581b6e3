import { z } from 'zod';

/** What the database tells about the subject of a mail. */
const recipient = {
  to: z.object({ email: z.string().nullable(), name: z.string().nullable() }),
  product_name: z.string().min(1),
  track_id: z.string(),
  track_name: z.string(),
};

export const receiptContext = z.object({
  ...recipient,
  kind: z.enum(['enrolment', 'addon_attempt', 'renewal']),
  price: z.number(),
  discount: z.number(),
  tax_lines: z.array(z.object({ name: z.string(), rate: z.number(), amount: z.number() })),
  total: z.number(),
  paid_at: z.string().nullable(),
  coupon_code: z.string().nullish(),
  invoice_number: z.string().nullish(),
});

export const examContext = z.object({
  ...recipient,
  scheduled_at: z.string(),
  attempt_no: z.number(),
  exam_minutes: z.number(),
  score: z.number().nullable(),
  passing_score: z.number(),
  attempts_left: z.number(),
  addon_price: z.number().nullish(),
  cooldown_until: z.string().nullish(),
});

export const certificateContext = z.object({
  ...recipient,
  number: z.string(),
  status: z.string(),
  issued_at: z.string(),
  expires_at: z.string().nullable(),
  pdf_path: z.string().nullable(),
  verify_path: z.string().startsWith('/'),
  credly_url: z.string().nullable(),
  credly_state: z.string().nullable(),
});

export const enrolledContext = z.object({ ...recipient, institution_name: z.string() });

const { to, product_name } = recipient;
export const importContext = z.object({
  to,
  product_name,
  import_id: z.uuid(),
  institution_name: z.string(),
  file_name: z.string(),
  rows_total: z.number(),
  rows_enrolled: z.number(),
  rows_already: z.number(),
  rows_refused: z.number(),
});

export const enquiryContext = z.object({
  to,
  product_name,
  lead_id: z.uuid(),
  reference: z.string(),
  kind: z.enum(['university', 'school', 'organisation']),
  institution_name: z.string(),
  contact_name: z.string(),
  contact_email: z.string(),
  contact_phone: z.string(),
  designation: z.string().nullable(),
  website: z.string().nullable(),
  city: z.string().nullable(),
  expected_students: z.number().nullable(),
  tracks: z.array(z.string()),
  message: z.string().nullable(),
  /** How often it was enquired; from the second on the open lead was joined. */
  enquiries: z.number(),
});

export type EnquiryContext = z.infer<typeof enquiryContext>;
export type EnrolledContext = z.infer<typeof enrolledContext>;
export type ImportContext = z.infer<typeof importContext>;
export type ReceiptContext = z.infer<typeof receiptContext>;
export type ExamContext = z.infer<typeof examContext>;
export type CertificateContext = z.infer<typeof certificateContext>;
