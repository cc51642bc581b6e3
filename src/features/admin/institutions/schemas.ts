import { z } from 'zod';

export const institutionKinds = ['university', 'school', 'organisation'] as const;
export const institutionStatuses = ['active', 'suspended'] as const;
export const seatStandings = ['left', 'low', 'none', 'ending'] as const;
export type SeatStanding = (typeof seatStandings)[number];

const text = z.string();
const maybe = z.nullable(z.string());

/** Seats count valid blocks only; `ends_on` is the day on which the first of them ends. */
export const institutionSchema = z.object({
  id: text,
  name: text,
  kind: z.enum(institutionKinds),
  status: z.enum(['active', 'suspended', 'erased']),
  contact_name: text,
  contact_email: text,
  created_at: text,
  seats: z.int(),
  used: z.int(),
  left: z.int(),
  ends_on: maybe,
  students: z.int(),
  managers: z.int(),
});
export type Institution = z.infer<typeof institutionSchema>;

const cursorSchema = z.nullable(z.object({ id: text, back: z.optional(z.boolean()) }));
export const institutionListSchema = z.object({
  rows: z.array(institutionSchema),
  previous: cursorSchema,
  next: cursorSchema,
  total: z.int(),
  total_capped: z.boolean(),
});

/** Price in paise for a seat; `valid_until` is the last day, in India, on which one can be given. */
const blockSchema = z.object({
  id: text,
  track_id: text,
  track_name: text,
  seats: z.int(),
  used: z.int(),
  price: z.int(),
  valid_until: text,
  valid: z.boolean(),
});
export type SeatBlock = z.infer<typeof blockSchema>;

export const institutionDetailSchema = institutionSchema.extend({
  contact_phone: maybe,
  address: maybe,
  state: maybe,
  gstin: maybe,
  /** Null also for whom leads are not. */
  lead: z.nullable(z.object({ id: text, reference: text })),
  blocks: z.array(blockSchema),
});
export type InstitutionDetail = z.infer<typeof institutionDetailSchema>;

export const teamSchema = z.object({
  managers: z.array(z.object({ user_id: text, full_name: text, email: text, added_at: text })),
  invitations: z.array(
    z.object({ id: text, full_name: text, email: text, created_at: text, sent_at: maybe, expires_at: maybe }),
  ),
});
export type Team = z.infer<typeof teamSchema>;

export const numbersSchema = z.object({
  students: z.int(),
  invited: z.int(),
  joined: z.int(),
  certified: z.int(),
  at_risk: z.int(),
  tracks: z.array(
    z.object({
      track_id: text,
      track_name: text,
      students: z.int(),
      learning: z.int(),
      completed: z.int(),
      certified: z.int(),
      at_risk: z.int(),
      average_percent: z.number(),
    }),
  ),
});

export const historySchema = z.object({
  next: z.nullable(z.int()),
  rows: z.array(
    z.object({
      id: z.int(),
      at: text,
      action: text,
      actor: maybe,
      actor_name: maybe,
      reason: maybe,
      before: z.nullish(z.record(z.string(), z.unknown())),
      after: z.nullish(z.record(z.string(), z.unknown())),
    }),
  ),
});
export type History = z.infer<typeof historySchema>;
