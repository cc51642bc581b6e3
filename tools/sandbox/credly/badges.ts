import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CredlyFailure, parseRequest, unprocessable } from './errors.ts';
import type { CredlyEvents } from './events.ts';
import type { Badge, CredlyStore } from './store.ts';

export type BadgeContext = { store: CredlyStore; events: CredlyEvents };

/** "2026-04-01 09:41:00 +0530", the one way Credly writes and reads times. */
const vendorTime = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} ([+-]\d{4}|UTC)$/, 'is not a valid time');

/** null: as the template says; false: never. The sandbox's templates never expire. */
const expiry = z.union([vendorTime, z.null(), z.literal(false)]).optional();
const name = z.string().trim().min(1, "can't be blank").max(255);

const evidence = z.array(
  z.object({
    type: z.enum(['UrlEvidence', 'TextEvidence', 'IdEvidence']),
    name: z.string().nullable().default(null),
    value: z.string().nullable().default(null),
    description: z.string().nullable().default(null),
  }),
);

const issueSchema = z.object({
  recipient_email: z.email('is invalid'),
  badge_template_id: z.string().min(1, "can't be blank"),
  issued_to_first_name: name,
  issued_to_last_name: name,
  issued_at: vendorTime,
  issuer_earner_id: z.string().max(255).nullish(),
  locale: z.string().nullish(),
  expires_at: expiry,
  suppress_badge_notification_email: z.boolean().optional(),
  evidence: evidence.optional(),
});

const replaceSchema = z.object({
  badge_template_id: z.string().min(1, "can't be blank"),
  issued_at: vendorTime,
  issued_to_first_name: name.optional(),
  issued_to_last_name: name.optional(),
  expires_at: expiry,
  notification_message: z.string().nullish(),
  evidence: evidence.optional(),
});

const revokeSchema = z.object({
  reason: z.string().trim().min(1, "can't be blank"),
  suppress_revoke_notification_email: z.boolean().optional(),
});

const ALREADY_HELD = 'User already has this badge';
const isLive = (badge: Badge) => badge.state === 'pending' || badge.state === 'accepted';

export function findBadge(store: CredlyStore, id: string): Badge {
  const badge = store.data.badges.find((one) => one.id === id);
  if (!badge) throw new CredlyFailure(404, 'Badge not found.');
  return badge;
}

export function issueBadge({ store, events }: BadgeContext, body: unknown): Badge {
  const request = parseRequest(issueSchema, body);
  const email = request.recipient_email.toLowerCase();
  const earnerId = request.issuer_earner_id ?? null;
  const held = store.data.badges.some(
    (one) =>
      isLive(one) &&
      one.templateId === request.badge_template_id &&
      (one.email === email || (earnerId !== null && one.earnerId === earnerId)),
  );
  if (held) throw unprocessable('badge_template_id', ALREADY_HELD);

  const now = new Date().toISOString();
  const badge: Badge = {
    id: randomUUID(),
    state: 'pending',
    templateId: request.badge_template_id,
    email,
    firstName: request.issued_to_first_name,
    lastName: request.issued_to_last_name,
    earnerId,
    userId: null,
    locale: request.locale ?? null,
    issuedAt: request.issued_at,
    expiresAt: request.expires_at || null,
    evidence: request.evidence ?? [],
    createdAt: now,
    stateUpdatedAt: now,
    revocationReason: null,
    replacedBy: null,
    replaces: null,
  };
  store.data.badges.push(badge);
  store.save();
  events.emit('badge.created', badge);
  return badge;
}

export function changeState({ store, events }: BadgeContext, badge: Badge, state: Badge['state']): void {
  if (badge.state === state) return;
  badge.state = state;
  badge.stateUpdatedAt = new Date().toISOString();
  if (state === 'accepted') badge.userId ??= randomUUID();
  store.save();
  events.emit('badge.state.changed', badge);
}

export function revokeBadge(context: BadgeContext, id: string, body: unknown): Badge {
  const badge = findBadge(context.store, id);
  const { reason } = parseRequest(revokeSchema, body);
  if (badge.replacedBy) throw unprocessable('base', 'A replaced badge cannot be revoked');
  if (badge.state === 'revoked') throw unprocessable('state', 'This badge has already been revoked');
  badge.revocationReason = reason;
  changeState(context, badge, 'revoked');
  return badge;
}

export function replaceBadge(context: BadgeContext, id: string, body: unknown): Badge {
  const { store, events } = context;
  const old = findBadge(store, id);
  const request = parseRequest(replaceSchema, body);
  if (!isLive(old)) throw unprocessable('state', 'Only a pending or accepted badge can be replaced');
  const now = new Date().toISOString();
  const badge: Badge = {
    ...old,
    id: randomUUID(),
    templateId: request.badge_template_id,
    firstName: request.issued_to_first_name ?? old.firstName,
    lastName: request.issued_to_last_name ?? old.lastName,
    issuedAt: request.issued_at,
    expiresAt: request.expires_at || null,
    evidence: request.evidence ?? old.evidence,
    createdAt: now,
    stateUpdatedAt: now,
    replaces: old.id,
  };
  old.replacedBy = badge.id;
  old.revocationReason = 'Replaced';
  changeState(context, old, 'revoked');
  store.data.badges.push(badge);
  store.save();
  events.emit('badge.created', badge);
  return badge;
}
