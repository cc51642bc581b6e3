import { z } from 'zod';

export const page = <Row extends z.ZodType>(row: Row) => z.object({ total: z.number().int(), rows: z.array(row) });
export type Page<Row> = { total: number; rows: Row[] };

const text = z.string().nullable();
const number = z.number().nullable();

export const accessSchema = z.object({
  permissions: z.array(z.string()),
  institutions: z.array(z.object({ id: z.uuid() })),
});
export type Access = z.infer<typeof accessSchema>;

/** One seat of a student; times are ISO 8601, percent and scores per cent. */
export const studentRowSchema = z.object({
  full_name: text,
  email: z.string(),
  roll_no: text,
  track_name: z.string(),
  state: z.string(),
  percent: number,
  modules_completed: number,
  modules_total: number,
  best_test_score: number,
  tests_passed: number,
  exam_status: text,
  exam_score: number,
  certificate_number: text,
  risk: text,
  last_active_at: text,
  invited_at: text,
  joined_at: text,
  assigned_at: text,
});
export type StudentRow = z.infer<typeof studentRowSchema>;

/** `estimated_value` is in paise, `follow_up_date` a day, `state` a GST code. */
export const leadRowSchema = z.object({
  reference: z.string(),
  status: z.string(),
  kind: z.string(),
  institution_name: z.string(),
  contact_name: z.string(),
  contact_email: z.string(),
  contact_phone: z.string(),
  designation: text,
  website: text,
  address: text,
  city: text,
  state: text,
  expected_students: number,
  track_ids: z.array(z.string()),
  assignee_name: text,
  estimated_value: number,
  follow_up_date: text,
  overdue: z.boolean(),
  lost_reason: text,
  enquiries: z.number(),
  last_enquiry_at: z.string(),
  created_at: z.string(),
  closed_at: text,
});
export type LeadRow = z.infer<typeof leadRowSchema>;

export const userRowSchema = z.object({
  id: z.uuid(),
  full_name: z.string(),
  email: z.string(),
  phone: text,
  kind: z.string(),
  status: z.string(),
  identity: z.string(),
  enrolments: z.array(z.object({ track_name: z.string(), state: z.string() })),
  joined_at: z.string(),
});
export type UserRow = z.infer<typeof userRowSchema>;

/** `next` names the person behind whom the next page begins; null at the end. */
export const userPageSchema = z.object({
  rows: z.array(userRowSchema),
  next: z.object({ id: z.uuid() }).nullable(),
});
export type UserPage = z.infer<typeof userPageSchema>;

const names = z.array(z.string()).nullable();
export const importFileSchema = z.object({ id: z.uuid(), columns: names, ignored_columns: names });
export type ImportFile = z.infer<typeof importFileSchema>;

export const importFaultSchema = z.object({
  column: z.string(),
  code: z.string(),
  details: z.object({ row: z.number().optional() }).nullish(),
});
export type ImportFault = z.infer<typeof importFaultSchema>;

export const importRowSchema = z.object({
  row_number: z.number().int(),
  /** The cells by the names of their columns, as they were given. */
  raw: z.record(z.string(), z.unknown()),
  faults: z.array(importFaultSchema),
  reason: text,
});
export type ImportRow = z.infer<typeof importRowSchema>;

/** `details` holds before, after and what else an act said; the place in the list is told by `at` and `id`. */
export const auditRowSchema = z.object({
  id: z.number().int(),
  at: z.string(),
  actor: text,
  actor_name: text,
  action: z.string(),
  subject_type: z.string(),
  subject_id: text,
  subject_name: text,
  reason: text,
  origin: z.object({ address: z.string().optional(), agent: z.string().optional() }),
  details: z.record(z.string(), z.unknown()),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

export const certificateRowSchema = z.object({
  number: z.string(),
  holder_name: z.string(),
  track_name: z.string(),
  status: z.string(),
  issued_at: z.string(),
  expires_at: z.string(),
  revoked_at: text,
});
export type CertificateRow = z.infer<typeof certificateRowSchema>;

/** What became of one person of a bulk operation; `data` is what an export found. */
export const bulkRowSchema = z.object({
  row: z.number().int(),
  name: text,
  email: text,
  state: z.string(),
  outcome: text,
  data: userRowSchema.nullable(),
});
export type BulkRow = z.infer<typeof bulkRowSchema>;
