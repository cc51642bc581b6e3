import { z } from 'zod';
import { openJsonFile, type JsonFile } from '../shared/json-file.ts';
import { deliverySchema } from '../shared/webhooks.ts';

export const badgeStateSchema = z.enum(['pending', 'accepted', 'rejected', 'revoked']);

const evidenceSchema = z.object({
  type: z.string(),
  name: z.string().nullable(),
  value: z.string().nullable(),
  description: z.string().nullable(),
});

export const badgeSchema = z.object({
  id: z.string(),
  state: badgeStateSchema,
  templateId: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  earnerId: z.string().nullable(),
  userId: z.string().nullable(),
  locale: z.string().nullable(),
  issuedAt: z.string(),
  expiresAt: z.string().nullable(),
  evidence: z.array(evidenceSchema),
  createdAt: z.string(),
  stateUpdatedAt: z.string(),
  revocationReason: z.string().nullable(),
  replacedBy: z.string().nullable(),
  replaces: z.string().nullable(),
});
export type Badge = z.infer<typeof badgeSchema>;

export const eventSchema = z.object({
  id: z.string(),
  type: z.enum(['badge.created', 'badge.state.changed']),
  occurredAt: z.string(),
  badgeId: z.string(),
  /** The state as it was when the event arose. */
  state: badgeStateSchema,
});
export type BadgeEvent = z.infer<typeof eventSchema>;

const stateSchema = z.object({
  badges: z.array(badgeSchema),
  events: z.array(eventSchema),
  deliveries: z.array(deliverySchema),
});
export type CredlyStore = JsonFile<z.infer<typeof stateSchema>>;

export const openCredlyStore = (path: string | undefined): CredlyStore =>
  openJsonFile(path, stateSchema, { badges: [], events: [], deliveries: [] });
