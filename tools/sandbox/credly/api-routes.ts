import { Hono } from 'hono';
import { basicCredentials, readJson, type SandboxEnv } from '../shared/http.ts';
import { filterBadges, paginate } from './badge-list.ts';
import { findBadge, issueBadge, replaceBadge, revokeBadge, type BadgeContext } from './badges.ts';
import { CredlyFailure } from './errors.ts';
import type { Badge, BadgeEvent } from './store.ts';

type ApiOptions = BadgeContext & { token: string; organizationId: string; url(): string };

/** The JSON of `/v1`. */
export function createApi({ token, organizationId, url, ...context }: ApiOptions): Hono<SandboxEnv> {
  const { store } = context;
  const api = new Hono<SandboxEnv>();
  const organization = { id: organizationId, name: 'AI Ready' };

  const asBadge = (badge: Badge) => ({
    id: badge.id,
    state: badge.state,
    badge_url: `${url()}/badges/${badge.id}`,
    accept_badge_url: `${url()}/badges/${badge.id}/accept`,
    image_url: `${url()}/badges/${badge.id}/image.svg`,
    issued_at: badge.issuedAt,
    expires_at: badge.expiresAt,
    created_at: badge.createdAt,
    state_updated_at: badge.stateUpdatedAt,
    issued_to: `${badge.firstName} ${badge.lastName}`,
    issued_to_first_name: badge.firstName,
    issued_to_last_name: badge.lastName,
    recipient_email: badge.email,
    issuer_earner_id: badge.earnerId,
    locale: badge.locale,
    evidence: badge.evidence,
    revocation_reason: badge.revocationReason,
    replaced_by_badge_id: badge.replacedBy,
    replaces_badge_id: badge.replaces,
    badge_template: { id: badge.templateId },
    issuer: organization,
    user: badge.userId ? { id: badge.userId } : null,
  });
  const asEvent = (event: BadgeEvent) => ({
    id: event.id,
    organization,
    event_type: event.type,
    occurred_at: event.occurredAt,
    badge: { ...asBadge(findBadge(store, event.badgeId)), state: event.state },
  });
  const page = (asked: string | undefined) => Math.max(1, Math.trunc(Number(asked)) || 1);

  api.use('/organizations/:org/*', async (c, next) => {
    if (basicCredentials(c.req.header('authorization'))?.user !== token) {
      throw new CredlyFailure(401, 'Your authorization token is not valid.');
    }
    if (c.req.param('org') !== organizationId) throw new CredlyFailure(404, 'Organization not found.');
    return next();
  });

  const base = '/organizations/:org';
  api.post(`${base}/badges`, async (c) => c.json({ data: asBadge(issueBadge(context, await readJson(c))) }, 201));
  api.get(`${base}/badges`, (c) => {
    const filter = c.req.query('filter');
    const { shown, metadata } = paginate(
      filterBadges(store.data.badges, filter).toReversed(),
      page(c.req.query('page')),
      (number) => {
        const query = new URLSearchParams({ ...(filter ? { filter } : {}), page: String(number) });
        return `${url()}/v1/organizations/${organizationId}/badges?${query}`;
      },
    );
    return c.json({ data: shown.map(asBadge), metadata });
  });
  api.get(`${base}/badges/:id`, (c) => c.json({ data: asBadge(findBadge(store, c.req.param('id'))) }));
  api.put(`${base}/badges/:id/revoke`, async (c) =>
    c.json({ data: asBadge(revokeBadge(context, c.req.param('id'), await readJson(c))) }),
  );
  api.post(`${base}/badges/:id/replace`, async (c) =>
    c.json({ data: asBadge(replaceBadge(context, c.req.param('id'), await readJson(c))) }, 201),
  );

  api.get(`${base}/events`, (c) => {
    const { shown, metadata } = paginate(
      store.data.events.toReversed(),
      page(c.req.query('page')),
      (number) => `${url()}/v1/organizations/${organizationId}/events?page=${number}`,
    );
    return c.json({ data: shown.map(asEvent), metadata });
  });
  api.get(`${base}/events/:id`, (c) => {
    const event = store.data.events.find((one) => one.id === c.req.param('id'));
    if (!event) throw new CredlyFailure(404, 'Event not found.');
    return c.json({ data: asEvent(event) });
  });

  return api;
}
