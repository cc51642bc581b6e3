import { z } from 'zod';
import { openJsonFile, type JsonFile } from '../shared/json-file.ts';
import { deliverySchema } from '../shared/webhooks.ts';

const ratingSchema = z.enum(['high', 'medium', 'low']);
const incidentSchema = z.strictObject({
  type: z.string().min(1).max(60),
  severity: z.enum(['low', 'medium', 'high']),
  at: z.iso.datetime().default(() => new Date().toISOString()),
});

/** What the proctor will say. A score left out is worked out from the answers. */
export const outcomeSchema = z.strictObject({
  score: z.number().min(0).max(100).nullish(),
  proviewIndex: ratingSchema.default('high'),
  incidents: z.array(incidentSchema).default([]),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const sessionSchema = z.object({
  uuid: z.string(),
  /** Part of the address that the candidate gets; without it the room stays shut. */
  roomToken: z.string(),
  sessionKey: z.string(),
  userId: z.string(),
  examId: z.string(),
  attendeeName: z.string(),
  durationMinutes: z.number(),
  redirectUrl: z.string(),
  expiresAt: z.string().nullable(),
  status: z.enum(['ready', 'started', 'submitted', 'reviewed', 'cancelled']),
  identityConfirmedAt: z.string().nullable(),
  startedAt: z.string().nullable(),
  deadlineAt: z.string().nullable(),
  submittedAt: z.string().nullable(),
  submittedBy: z.enum(['candidate', 'clock']).nullable(),
  reviewedAt: z.string().nullable(),
  questions: z.array(z.object({ id: z.string(), options: z.array(z.string()) })),
  answers: z.record(z.string(), z.string()),
  /** Chosen in the room's sandbox controls. */
  chosenOutcome: outcomeSchema.nullable(),
  score: z.number().nullable(),
  result: z.enum(['passed', 'failed']).nullable(),
  proviewIndex: ratingSchema.nullable(),
  incidents: z.array(incidentSchema),
});
export type Session = z.infer<typeof sessionSchema>;

const stateSchema = z.object({
  sessions: z.array(sessionSchema),
  /** Set by the control address, each used once; without a session key for whichever session is reviewed next. */
  outcomes: z.array(outcomeSchema.extend({ sessionKey: z.string().nullable() })),
  deliveries: z.array(deliverySchema),
});
export type TalviewStore = JsonFile<z.infer<typeof stateSchema>>;

export const openTalviewStore = (path: string | undefined): TalviewStore =>
  openJsonFile(path, stateSchema, { sessions: [], outcomes: [], deliveries: [] });
