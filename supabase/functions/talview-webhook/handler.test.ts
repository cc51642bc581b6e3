import { beforeEach, describe, expect, it } from 'vitest';
import { HttpError } from '../_shared/http/errors.ts';
import { hmacSha256Hex } from '../_shared/http/hmac.ts';
import { createFakeOutbox, createFakeWebhooks, createLogSpy, errorOf, post } from '../_shared/testing/fakes.ts';
import { createTalviewWebhookHandler, type TalviewWebhookDeps } from './handler.ts';

const token = 'an-unguessable-token';
const secret = 'callback-secret';
const callback = {
  event_type: 'session.reviewed',
  payload: {
    userId: 'user-1',
    score: 100,
    status: 'passed',
    session: {
      id: 7,
      uuid: 'c7f6d2de-5f0b-4c3d-8a52-17f2d4d4c0aa',
      external_id: 'key-1',
      score: 100,
      status: 'reviewed',
    },
  },
  meta: { version: 1, sent_at: '2026-04-01T04:11:00Z' },
};

let webhooks: ReturnType<typeof createFakeWebhooks>;
let outbox: ReturnType<typeof createFakeOutbox>;
let spy: ReturnType<typeof createLogSpy>;
let deps: TalviewWebhookDeps;

beforeEach(() => {
  webhooks = createFakeWebhooks();
  outbox = createFakeOutbox();
  spy = createLogSpy();
  deps = { token, secret, webhooks, outbox, nudgeWorker: () => undefined, log: spy.log };
});

async function deliver(body: unknown, { given = token, key = secret }: { given?: string; key?: string } = {}) {
  const text = JSON.stringify(body);
  const signature = await hmacSha256Hex(key, text);
  const url = `http://functions.test/talview-webhook?token=${encodeURIComponent(given)}`;
  return await createTalviewWebhookHandler(deps)(post(text, { 'x-talview-signature': signature }, url));
}

describe('talview-webhook', () => {
  it('queues a read of the session and believes nothing else that it is told', async () => {
    const response = await deliver(callback);
    expect(await response.json()).toEqual({ received: true, duplicate: false });
    expect(outbox.jobs).toMatchObject([
      {
        kind: 'talview.read_session',
        payload: { vendor_session_id: callback.payload.session.uuid, session_key: 'key-1' },
      },
    ]);
    expect(JSON.stringify(outbox.jobs)).not.toContain('100');
  });

  it('takes the bare payload too', async () => {
    await deliver(callback.payload);
    expect(outbox.jobs).toHaveLength(1);
  });

  it('queues once for a callback sent twice', async () => {
    await deliver(callback);
    expect(await (await deliver(callback)).json()).toEqual({ received: true, duplicate: true });
    expect(outbox.jobs).toHaveLength(1);
  });

  it.each([
    ['a wrong token', { given: 'guess' }],
    ['no token', { given: '' }],
    ['a wrong signature', { key: 'guess' }],
  ])('refuses %s', async (_what, wrong) => {
    expect(await errorOf(await deliver(callback, wrong))).toEqual({ status: 401, code: 'bad_signature' });
    expect(outbox.jobs).toEqual([]);
    expect(webhooks.events.size).toBe(0);
  });

  it('is content with the token where no secret is agreed', async () => {
    deps = { ...deps, secret: undefined };
    expect((await deliver(callback, { key: 'anything' })).status).toBe(200);
  });

  it('keeps the raw event open when it cannot be queued, and queues on the next delivery', async () => {
    const working = outbox.enqueue;
    deps = {
      ...deps,
      outbox: {
        enqueue: async () => {
          throw new HttpError(503, 'database_unavailable', 'Down.');
        },
      },
    };
    expect((await deliver(callback)).status).toBe(503);
    deps = { ...deps, outbox: { enqueue: working } };
    expect(await (await deliver(callback)).json()).toEqual({ received: true, duplicate: false });
    expect(outbox.jobs).toHaveLength(1);
  });

  it('refuses a callback about no session, and keeps it for staff', async () => {
    expect((await deliver({ hello: 'world' })).status).toBe(400);
    expect([...webhooks.events.values()]).toMatchObject([{ processed: false }]);
  });

  it('logs neither token nor person', async () => {
    await deliver(callback);
    expect(spy.text()).not.toMatch(/an-unguessable-token|user-1/);
  });
});
