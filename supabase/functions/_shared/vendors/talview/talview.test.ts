import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { client, eventually, startReceiver } from '../../../../../tools/sandbox/shared/testing.ts';
import { startTalviewSandbox } from '../../../../../tools/sandbox/talview/server.ts';
import { readCallback } from './callback.ts';
import { createTalviewClient } from './client.ts';
import { isTalviewCallback } from './signature.ts';

const credentials = { TALVIEW_USERNAME: 'connector', TALVIEW_PASSWORD: 'password-1' };
const secret = 'callback-secret';
let sandbox: Awaited<ReturnType<typeof startTalviewSandbox>>;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let site: ReturnType<typeof client>;
let talview: ReturnType<typeof createTalviewClient>;

beforeAll(async () => {
  receiver = await startReceiver();
  sandbox = await startTalviewSandbox({
    port: 0,
    username: credentials.TALVIEW_USERNAME,
    password: credentials.TALVIEW_PASSWORD,
    callbackUrl: `${receiver.url}?token=token-12345678`,
    callbackSecret: secret,
    reviewAfterMs: 0,
  });
  site = client(sandbox.url);
  talview = createTalviewClient({ ...credentials, TALVIEW_API_URL: sandbox.url, VENDOR_TIMEOUT_MS: 400 });
});
beforeEach(() => site.post('/_control/faults', { mode: 'none' }));
afterAll(async () => {
  await sandbox.close();
  await receiver.close();
});

const request = (sessionKey: string) => ({
  sessionKey,
  userId: 'user-1',
  examId: 'ai-foundations',
  durationMinutes: 60,
  attendeeName: 'Zoë Ångström-Núñez',
  redirectUrl: 'https://certify.example.com/exam/ai-foundations/return',
  expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
});

describe('the client, against the sandbox', () => {
  it('makes one session per key and reads it', async () => {
    const session = await talview.createSession(request('key-1'));
    expect(await talview.createSession(request('key-1'))).toEqual(session);
    expect(await talview.getSession(session.vendorSessionId)).toMatchObject({
      vendorSessionId: session.vendorSessionId,
      sessionKey: 'key-1',
      status: 'ready',
      score: null,
      rating: null,
    });
  });

  it('reads the outcome once it is reviewed, and the callback names the session', async () => {
    const { vendorSessionId } = await talview.createSession(request('key-2'));
    const incidents = [{ type: 'second_person', severity: 'high', at: new Date().toISOString() }];
    await site.post('/_control/outcome', { sessionKey: 'key-2', score: 91, proviewIndex: 'medium', incidents });
    await site.post('/_control/complete', { sessionKey: 'key-2' });
    const session = await eventually(async () => {
      const read = await talview.getSession(vendorSessionId);
      return read.status === 'reviewed' && read;
    });
    expect(session).toMatchObject({
      score: 91,
      rating: 'medium',
      incidents: [{ type: 'second_person', severity: 'high' }],
    });

    const callback = await eventually(() => receiver.received.find(({ body }) => body.includes(vendorSessionId)));
    expect(readCallback(callback.body)).toEqual({ vendorSessionId, sessionKey: 'key-2' });
    const proof = {
      token: 'token-12345678',
      signature: String(callback.headers['x-talview-signature']),
      rawBody: new TextEncoder().encode(callback.body),
    };
    expect(await isTalviewCallback({ token: 'token-12345678', secret }, proof)).toBe(true);
    expect(await isTalviewCallback({ token: 'token-12345678', secret: 'other' }, proof)).toBe(false);
    expect(await isTalviewCallback({ token: 'token-12345678', secret }, { ...proof, signature: null })).toBe(false);
    expect(await isTalviewCallback({ token: 'token-87654321', secret }, proof)).toBe(false);
    expect(await isTalviewCallback({ token: 'token-12345678' }, { ...proof, signature: null })).toBe(true);
  });

  it('cancels a session, and cancelling what is gone is no error', async () => {
    const { vendorSessionId } = await talview.createSession(request('key-3'));
    await talview.cancelSession(vendorSessionId);
    expect((await talview.getSession(vendorSessionId)).status).toBe('cancelled');
    await talview.cancelSession(vendorSessionId);
    await talview.cancelSession('00000000-0000-4000-8000-000000000000');
  });

  it('says so when the password is wrong', async () => {
    const wrong = { ...credentials, TALVIEW_PASSWORD: 'wrong' };
    const stranger = createTalviewClient({ ...wrong, TALVIEW_API_URL: sandbox.url, VENDOR_TIMEOUT_MS: 400 });
    await expect(stranger.createSession(request('key-4'))).rejects.toMatchObject({ status: 401, transient: true });
  });

  it.each([
    [{ mode: 'slow', ms: 3000 }, 'timeout'],
    [{ mode: 'error500' }, 'status'],
    [{ mode: 'cut' }, 'network'],
    [{ mode: 'wrong_json' }, 'invalid_answer'],
  ])('survives %j as a transient %s, and then gets the same session', async (fault, failure) => {
    await talview.createSession(request('key-5'));
    await site.post('/_control/faults', { ...fault, times: 1, path: '/sessions' });
    await expect(talview.createSession(request('key-5'))).rejects.toMatchObject({ failure, transient: true });
    await expect(talview.createSession(request('key-5'))).resolves.toHaveProperty('sessionUrl');
  });
});

describe('readCallback', () => {
  it.each([
    ['an envelope', { event_type: 'session.reviewed', payload: { session: { uuid: 'u-1', external_id: 'k-1' } } }],
    ['the bare payload', { score: 90, session: { uuid: 'u-1', external_id: 'k-1' } }],
    ['flat fields', { session_uuid: 'u-1', session_external_id: 'k-1' }],
  ])('reads %s', (_what, body) => {
    expect(readCallback(JSON.stringify(body))).toEqual({ vendorSessionId: 'u-1', sessionKey: 'k-1' });
  });

  it.each(['', 'null', '[]', '{}', '{"payload":{}}', '{"userId":"u","score":100,"status":"passed"}'])(
    'finds no session in %s',
    (body) => {
      expect(readCallback(body)).toBeNull();
    },
  );
});
