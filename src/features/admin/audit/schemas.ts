import { z } from 'zod';

const text = z.string();
const maybe = z.nullable(z.string());

export const auditEntrySchema = z.object({
  id: z.int(),
  at: text,
  actor: maybe,
  actor_name: maybe,
  action: text,
  subject_type: text,
  subject_id: maybe,
  subject_name: maybe,
  reason: maybe,
  origin: z.object({ address: z.optional(text), agent: z.optional(text) }),
  details: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

const cursor = z.nullable(z.object({ id: z.int(), at: text }));

export const auditListSchema = z.object({
  rows: z.array(auditEntrySchema),
  next: cursor,
  previous: cursor,
  /** 10,000 at most. */
  total: z.int(),
  total_capped: z.boolean(),
});

export const auditDetailSchema = auditEntrySchema.extend({ hash: text, actor_email: maybe });
export type AuditDetail = z.infer<typeof auditDetailSchema>;

export const actorsSchema = z.array(z.object({ id: text, full_name: text, email: text }));

export const chainPartSchema = z.object({
  checked: z.int(),
  last_id: z.int(),
  broken_id: z.nullable(z.int()),
  done: z.boolean(),
});
