import { beforeEach, describe, expect, it } from 'vitest';
import { tooManyRequests } from '../_shared/http/errors.ts';
import { createFakeOutbox, createFakeWebhooks, errorOf, post } from '../_shared/testing/fakes.ts';
import { createCredlyWebhookHandler, type CredlyWebhookDeps } from './handler.ts';

const event = {
  id: '7d0b1cf2-8f1e-4a8b-9e4f-1f2b3c4d5e6f',
  organization_id: 'org-1',
  event_type: 'badge.state.changed',
  occurred_at: '2026-04-01T04:11:00Z',
};
let outbox: ReturnType<typeof createFakeOutbox>;
let deps: CredlyWebhookDeps;

beforeEach(() => {
  outbox = createFakeOutbox();
  deps = {
    organizationId: 'org-1',
    limitRate: async () => undefined,
    webhooks: createFakeWebhooks(),
    outbox,
    nudgeWorker: () => undefined,
    log: () => undefined,
  };
});
const deliver = (body: unknown) => createCredlyWebhookHandler(deps)(post(body));

describe('credly-webhook', () => {
  it('answers exactly 200 and queues a look at Credly, once per event', async () => {
    expect((await deliver(event)).status).toBe(200);
    expect(await (await deliver(event)).json()).toMatchObject({ duplicate: true });
    expect(outbox.jobs).toMatchObject([{ kind: 'credly.read_event', payload: { event_id: event.id } }]);
  });

  it('refuses events of another organization', async () => {
    expect(await errorOf(await deliver({ ...event, organization_id: 'org-2' }))).toEqual({
      status: 401,
      code: 'unknown_organization',
    });
    expect(outbox.jobs).toEqual([]);
  });

  it('refuses what is no event, and what is too large', async () => {
    expect((await deliver({ ...event, id: '../../badges' })).status).toBe(400);
    expect((await deliver({ ...event, more: 'x'.repeat(16 * 1024) })).status).toBe(413);
  });

  it('takes only so many, since anybody can send them', async () => {
    deps = {
      ...deps,
      limitRate: async () => {
        throw tooManyRequests();
      },
    };
    expect((await deliver(event)).status).toBe(429);
    expect(outbox.jobs).toEqual([]);
  });
});
