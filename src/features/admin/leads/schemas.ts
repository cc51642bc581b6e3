import { z } from 'zod';
import { leadStatuses } from './model/moves';

export const leadKinds = ['university', 'school', 'organisation'] as const;
export type LeadKind = (typeof leadKinds)[number];

const text = z.string();
const maybe = z.nullable(z.string());
const status = z.enum(leadStatuses);

/** A lead as a card or a row shows it. Value in paise, days as 2026-11-25. */
export const leadSchema = z.object({
  id: text,
  reference: text,
  kind: z.enum(leadKinds),
  status,
  institution_name: text,
  contact_name: text,
  city: maybe,
  expected_students: z.nullable(z.int()),
  assigned_to: maybe,
  assignee_name: maybe,
  estimated_value: z.nullable(z.int()),
  follow_up_date: maybe,
  overdue: z.boolean(),
  enquiries: z.int(),
  notes: z.int(),
  created_at: text,
});
export type Lead = z.infer<typeof leadSchema>;

export const boardSchema = z.array(
  z.object({
    status,
    count: z.int(),
    /** Sum of the estimated values of all of them, in paise. */
    value: z.int(),
    overdue: z.int(),
    leads: z.array(leadSchema),
  }),
);
export type Board = z.infer<typeof boardSchema>;
export type BoardColumn = Board[number];

export const leadListSchema = z.object({ total: z.int(), rows: z.array(leadSchema) });
export type LeadList = z.infer<typeof leadListSchema>;

export const leadDetailSchema = leadSchema.extend({
  contact_email: text,
  contact_phone: text,
  designation: maybe,
  website: maybe,
  address: maybe,
  state: maybe,
  message: maybe,
  track_ids: z.array(text),
  tracks: z.array(z.object({ id: text, name: text })),
  lost_reason: maybe,
  institution_id: maybe,
  converted_to: maybe,
  last_enquiry_at: text,
  closed_at: maybe,
});
export type LeadDetail = z.infer<typeof leadDetailSchema>;

const event = { id: z.int(), actor: maybe, actor_name: maybe, at: text };
const fields = z.record(z.string(), z.unknown());

export const leadEventSchema = z.discriminatedUnion('kind', [
  z.object({ ...event, kind: z.literal('enquired'), details: z.object({ message: z.optional(text) }) }),
  z.object({
    ...event,
    kind: z.literal('enquired_again'),
    /** `given`: what was said otherwise than the first time, by field. */
    details: z.object({ message: z.optional(text), given: z.optional(fields) }),
  }),
  z.object({
    ...event,
    kind: z.literal('moved'),
    details: z.object({ from: status, to: status, reason: z.optional(text) }),
  }),
  z.object({ ...event, kind: z.literal('assigned'), details: z.object({ to: maybe, to_name: maybe }) }),
  z.object({
    ...event,
    kind: z.literal('edited'),
    details: z.object({ changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })) }),
  }),
  z.object({ ...event, kind: z.literal('noted'), note: maybe }),
  z.object({ ...event, kind: z.literal('converted'), details: z.object({ from: status }) }),
]);
export type LeadEvent = z.infer<typeof leadEventSchema>;

export const historySchema = z.object({ total: z.int(), rows: z.array(leadEventSchema) });

/** Who acts for the institution that a lead became, and what it has left. */
export const teamSchema = z.object({
  managers: z.array(z.object({ user_id: text, full_name: text, email: text })),
  invitations: z.array(z.object({ id: text, full_name: text, email: text, sent_at: maybe })),
});
