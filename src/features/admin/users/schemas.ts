import { z } from 'zod';

export const personKinds = ['learner', 'institution', 'staff'] as const;
export const accountStatuses = ['active', 'suspended', 'erased'] as const;
export const enrolmentStates = ['active', 'completed', 'expired', 'revoked'] as const;
export const identityStates = ['waiting', 'verified', 'refused', 'none'] as const;
export type IdentityState = (typeof identityStates)[number];
export type EnrolmentState = (typeof enrolmentStates)[number];

const text = z.string();
const maybe = z.nullable(z.string());
const state = z.enum(enrolmentStates);

export const personSchema = z.object({
  id: text,
  full_name: text,
  email: text,
  phone: maybe,
  kind: z.enum(personKinds),
  status: z.enum(accountStatuses),
  joined_at: text,
  identity: z.enum(identityStates),
  /** The newest five. */
  enrolments: z.array(z.object({ track_name: text, state })),
});
export type Person = z.infer<typeof personSchema>;

const cursorSchema = z.nullable(z.object({ id: text, back: z.optional(z.boolean()) }));
export const personListSchema = z.object({
  rows: z.array(personSchema),
  previous: cursorSchema,
  next: cursorSchema,
  total: z.nullable(z.int()),
  total_capped: z.nullable(z.boolean()),
});
export type PersonList = z.infer<typeof personListSchema>;

const documentSchema = z.object({
  id: text,
  document_kind: text,
  handed_in_at: text,
  reviewed_at: maybe,
  reviewer_name: maybe,
  note: maybe,
  /** How many were handed in before this one. */
  earlier: z.int(),
});

export const personDetailSchema = personSchema.extend({
  organization: maybe,
  designation: maybe,
  location: maybe,
  bio: maybe,
  /** Why this account cannot be suspended or restored by the person who looks at it. */
  beyond_reach: z.nullable(z.enum(['not_yourself', 'beyond_own_rights'])),
  last_sign_in_at: maybe,
  email_confirmed: z.nullable(z.boolean()),
  /** Only for who may decide on it. */
  document: z.nullable(documentSchema),
  certified: z.boolean(),
  institutions: z.array(z.object({ id: text, name: text, part: z.enum(['manager', 'student']) })),
});
export type PersonDetail = z.infer<typeof personDetailSchema>;

export const enrolmentSchema = z.object({
  id: text,
  track_id: text,
  track_name: text,
  source: z.enum(['payment', 'institution', 'grant']),
  state,
  enrolled_at: text,
  expires_at: maybe,
  attempts_included: z.int(),
  attempts_added: z.int(),
  attempts_used: z.int(),
  extra_time_percent: z.int(),
  modules_total: z.int(),
  modules_completed: z.int(),
  percent: z.int(),
  institution_name: maybe,
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

export const attemptSchema = z.object({
  id: text,
  test_title: text,
  track_name: text,
  attempt_no: z.int(),
  status: z.enum(['in_progress', 'submitted', 'expired']),
  started_at: text,
  submitted_at: maybe,
  score: z.nullable(z.number()),
  passed: z.nullable(z.boolean()),
  extra_seconds: z.int(),
});
export type Attempt = z.infer<typeof attemptSchema>;

export const orderSchema = z.object({
  id: text,
  kind: z.enum(['enrolment', 'addon_attempt', 'renewal']),
  track_name: text,
  status: z.enum(['created', 'paid', 'failed', 'expired', 'partially_refunded', 'refunded']),
  /** Paise, as all money here. */
  total: z.int(),
  receipt: text,
  created_at: text,
  paid_at: maybe,
  invoice_number: maybe,
  payments: z.array(
    z.object({
      id: text,
      status: z.enum(['created', 'authorized', 'captured', 'failed', 'refunded']),
      amount: z.int(),
      amount_refunded: z.int(),
      method: maybe,
      at: text,
    }),
  ),
});
export type Order = z.infer<typeof orderSchema>;

const examStatuses = [
  'scheduled',
  'ready',
  'started',
  'submitted',
  'review',
  'passed',
  'failed',
  'voided',
  'cancelled',
  'missed',
] as const;
export const examSchema = z.object({
  id: text,
  track_name: text,
  attempt_no: z.int(),
  status: z.enum(examStatuses),
  scheduled_at: text,
  score: z.nullable(z.number()),
  proctor_rating: z.nullable(z.enum(['high', 'medium', 'low'])),
  note: maybe,
});
export type Exam = z.infer<typeof examSchema>;

export const certificateSchema = z.object({
  id: text,
  number: text,
  track_name: text,
  holder_name: text,
  state: z.enum(['issued', 'expired', 'revoked', 'superseded']),
  issued_at: text,
  expires_at: text,
  revoked_at: maybe,
  revoked_reason: maybe,
});
export type Certificate = z.infer<typeof certificateSchema>;

const facts = z.nullish(z.record(z.string(), z.unknown()));
export const timelineSchema = z.discriminatedUnion('source', [
  z.object({
    source: z.literal('audit'),
    next: z.nullable(z.int()),
    rows: z.array(
      z.object({
        id: z.int(),
        at: text,
        action: text,
        actor: maybe,
        actor_name: maybe,
        reason: maybe,
        before: facts,
        after: facts,
      }),
    ),
  }),
  z.object({
    source: z.literal('events'),
    next: z.null(),
    rows: z.array(z.object({ at: text, action: text, subject: maybe })),
  }),
]);
export type Timeline = z.infer<typeof timelineSchema>;
