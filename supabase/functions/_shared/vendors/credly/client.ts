import { z } from 'zod';
import type { CredlyEnv } from '../../http/env.ts';
import { VendorError, vendorFetch } from '../../http/vendor-fetch.ts';
import { splitName, toCredlyTime } from './dates.ts';
import type { Badge, CredlyPort, IssueBadge } from './port.ts';

const text = z.string().nullish();
const badgeSchema = z
  .object({
    id: z.string().min(1),
    state: z.enum(['pending', 'accepted', 'rejected', 'revoked']),
    badge_url: text,
    accept_badge_url: text,
    issuer_earner_id: text,
  })
  .transform((badge): Badge => ({
    id: badge.id,
    state: badge.state,
    // Until it is accepted the badge's own page is not public; the accept page is where the person goes.
    url: (badge.state === 'pending' ? badge.accept_badge_url || badge.badge_url : badge.badge_url) || null,
    issuerEarnerId: badge.issuer_earner_id || null,
  }));
const oneBadgeSchema = z.object({ data: badgeSchema }).transform((body) => body.data);
const badgeListSchema = z.object({ data: z.array(badgeSchema) }).transform((body) => body.data);
const eventSchema = z
  .object({
    data: z.object({ event_type: z.string(), badge: z.object({ id: z.string() }).nullish(), badge_id: text }),
  })
  .transform(({ data }) => ({ type: data.event_type, badgeId: data.badge?.id ?? data.badge_id ?? null }));
const errorSchema = z.object({
  data: z.object({
    message: z.string().nullish(),
    errors: z.array(z.object({ attribute: z.string().nullish(), messages: z.array(z.string()).nullish() })).nullish(),
  }),
});

function errorDetail(answer: unknown): string | undefined {
  const data = errorSchema.safeParse(answer).data?.data;
  if (!data) return undefined;
  const fields = (data.errors ?? []).map((error) =>
    `${error.attribute ?? ''} ${(error.messages ?? []).join(', ')}`.trim(),
  );
  return [data.message, ...fields].filter(Boolean).join('; ');
}

function snapshot(badge: IssueBadge) {
  const name = splitName(badge.fullName);
  return {
    badge_template_id: badge.templateId,
    issued_to_first_name: name.first,
    issued_to_last_name: name.last,
    issued_at: toCredlyTime(badge.issuedAt),
    expires_at: badge.expiresAt ? toCredlyTime(badge.expiresAt) : null,
    evidence: [{ type: 'UrlEvidence', name: badge.evidence.name, value: badge.evidence.url }],
  };
}

const isStatus = (error: unknown, ...statuses: number[]): error is VendorError =>
  error instanceof VendorError && error.status !== null && statuses.includes(error.status);

export function createCredlyClient(env: CredlyEnv & { VENDOR_TIMEOUT_MS: number }): CredlyPort {
  const authorization = `Basic ${btoa(`${env.CREDLY_TOKEN}:`)}`;
  const organization = `/organizations/${encodeURIComponent(env.CREDLY_ORGANIZATION_ID)}`;

  const call = <T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown) =>
    vendorFetch({
      vendor: 'credly',
      url: `${env.CREDLY_API_URL}${organization}${path}`,
      method,
      headers: { authorization },
      body,
      schema,
      timeoutMs: env.VENDOR_TIMEOUT_MS,
      errorDetail,
    });

  return {
    async findBadge(issuerEarnerId) {
      const filter = `issuer_earner_id::${issuerEarnerId}|state::pending,accepted`;
      const badges = await call('GET', `/badges?${new URLSearchParams({ filter })}`, badgeListSchema);
      return badges[0] ?? null;
    },
    async issueBadge(badge) {
      try {
        return await call('POST', '/badges', oneBadgeSchema, {
          ...snapshot(badge),
          recipient_email: badge.email,
          issuer_earner_id: badge.issuerEarnerId,
          locale: badge.locale,
          // Our own mail carries the badge.
          suppress_badge_notification_email: true,
        });
      } catch (error) {
        if (isStatus(error, 422) && /already has this badge/i.test(error.detail)) return null;
        throw error;
      }
    },
    replaceBadge: (badgeId, badge) =>
      call('POST', `/badges/${encodeURIComponent(badgeId)}/replace`, oneBadgeSchema, snapshot(badge)),
    async revokeBadge(badgeId, reason) {
      const body = { reason: reason.slice(0, 255), suppress_revoke_notification_email: false };
      try {
        await call('PUT', `/badges/${encodeURIComponent(badgeId)}/revoke`, z.unknown(), body);
      } catch (error) {
        if (isStatus(error, 404)) return;
        if (isStatus(error, 422) && /revoked/i.test(error.detail)) return;
        throw error;
      }
    },
    async readEvent(eventId) {
      try {
        return await call('GET', `/events/${encodeURIComponent(eventId)}`, eventSchema);
      } catch (error) {
        if (isStatus(error, 404)) return null;
        throw error;
      }
    },
    async getBadge(badgeId) {
      try {
        return await call('GET', `/badges/${encodeURIComponent(badgeId)}`, oneBadgeSchema);
      } catch (error) {
        if (isStatus(error, 404)) return null;
        throw error;
      }
    },
  };
}
