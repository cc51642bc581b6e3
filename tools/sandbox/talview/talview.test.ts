import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../shared/http.ts';
import { hmacSha256Hex } from '../shared/ids.ts';
import { client, eventually, startReceiver } from '../shared/testing.ts';
import { EXAM_QUESTIONS, findQuestion } from './questions.ts';
import { startTalviewSandbox } from './server.ts';

const credentials = { username: 'platform', password: 'secret' };
const callbackSecret = 'callback-secret';
const request = {
  userId: 'user-1',
  examId: 'track-1',
  duration: 30,
  sessionKey: 'key-1',
  attendeeName: 'Asha Rao',
  redirectUrl: 'http://127.0.0.1:1/dashboard',
  expiresAt: '2099-01-01T00:00:00Z',
};

let receiver: Awaited<ReturnType<typeof startReceiver>>;
let sandbox: RunningSandbox;
let site: ReturnType<typeof client>;
let api: ReturnType<typeof client>;

const start = (dataFile?: string) =>
  startTalviewSandbox({
    port: 0,
    ...credentials,
    callbackUrl: `${receiver.url}?token=t`,
    callbackSecret,
    dataFile,
    reviewAfterMs: 50,
  });
async function signIn(running: RunningSandbox) {
  const { access_token } = (await client(running.url).post('/auth', credentials)).json;
  return client(running.url, { authorization: `Bearer ${access_token}` });
}

beforeEach(async () => {
  receiver = await startReceiver();
  sandbox = await start();
  site = client(sandbox.url);
  api = await signIn(sandbox);
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
});

type Question = { id: string; options: { id: string }[] };

async function openRoom(more: object = {}) {
  const { sessionId, sessionUrl } = (await api.post('/sessions', { ...request, ...more })).json;
  const { origin, pathname, searchParams } = new URL(sessionUrl);
  const room = client(origin + pathname, { 'x-room-token': searchParams.get('token') ?? '' });
  const begin = async (): Promise<Question[]> => {
    await room.post('/identity', {});
    return (await room.post('/start', {})).json.questions;
  };
  const session = async () => (await api.get(`/v1/sessions/${sessionId}`)).json;
  const reviewed = () => eventually(async () => ((await session()).status === 'reviewed' ? session() : null));
  return { sessionId, sessionUrl, room, begin, session, reviewed };
}
const rightOption = (id: string) => findQuestion(id)?.correct;

describe('the API', () => {
  it('refuses wrong credentials and a missing or forged token', async () => {
    const refused = await site.post('/auth', { ...credentials, password: 'x' });
    expect([refused.status, refused.json.error.code]).toEqual([401, 'invalid_credentials']);
    expect((await site.post('/sessions', request)).status).toBe(401);
    expect(
      (await client(sandbox.url, { authorization: 'Bearer 99999999999999.x' }).post('/sessions', request)).json.error
        .code,
    ).toBe('unauthorized');
  });

  it('makes one session for one key', async () => {
    const first = await api.post('/sessions', request);
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({ status: 'ready', sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    const again = await api.post('/sessions', request);
    expect(again.status).toBe(200);
    expect(again.json).toEqual(first.json);
  });

  it.each([
    ['no key', { sessionKey: undefined }],
    ['a redirect that is not a web address', { redirectUrl: 'javascript:alert(1)' }],
    ['no time', { duration: 0 }],
    ['a field it does not know', { price: 1 }],
  ])('refuses %s', async (_what, more) => {
    const answer = await api.post('/sessions', { ...request, ...more });
    expect([answer.status, answer.json.error.code]).toEqual([400, 'invalid_request']);
  });

  it('cancels a session that has not begun, and no other', async () => {
    const { sessionId, sessionUrl } = await openRoom();
    expect((await api.delete(`/v1/sessions/${sessionId}`)).json.status).toBe('cancelled');
    expect((await fetch(sessionUrl)).status).toBe(410);
    const running = await openRoom({ sessionKey: 'key-2' });
    await running.begin();
    expect((await api.delete(`/v1/sessions/${running.sessionId}`)).status).toBe(409);
  });
});

describe('the exam room', () => {
  it('gives the share of right answers as the score and calls back, signed', async () => {
    const { room, begin, reviewed, sessionId } = await openRoom();
    const questions = await begin();
    expect(questions).toHaveLength(EXAM_QUESTIONS.length);
    for (const [index, { id, options }] of questions.entries()) {
      const wrong = options.find((one) => one.id !== rightOption(id))?.id;
      await room.post('/answer', { questionId: id, optionId: index < 7 ? rightOption(id) : wrong });
    }
    await room.post('/submit', {});
    expect(await reviewed()).toMatchObject({
      uuid: sessionId,
      session_external_id: 'key-1',
      attendee_external_id: 'user-1',
      exam_id: 'track-1',
      score: 70,
      result: 'passed',
      proview_index: 'high',
      incidents: [],
    });
    const { body, headers } = await eventually(() => receiver.received[0]);
    expect(headers['x-talview-signature']).toBe(hmacSha256Hex(callbackSecret, body));
    expect(JSON.parse(body)).toMatchObject({
      event_type: 'session.reviewed',
      payload: { userId: 'user-1', score: 70, status: 'reviewed', session: { uuid: sessionId, external_id: 'key-1' } },
    });
  });

  it('keeps right answers to itself and opens only with its token', async () => {
    const { sessionUrl, room, begin } = await openRoom();
    expect((await room.get('/state')).json.questions).toEqual([]);
    const text = JSON.stringify(await begin());
    expect(text).not.toContain('correct');
    expect((await client(sessionUrl.split('?')[0]).get('/state')).status).toBe(403);
    expect((await fetch(sessionUrl.slice(0, -1))).status).toBe(404);
    expect((await fetch(sessionUrl)).status).toBe(200);
  });

  it('starts its clock once, after the identity step', async () => {
    const { room, begin } = await openRoom();
    expect((await room.post('/start', {})).status).toBe(409);
    await begin();
    const { deadlineAt } = (await room.get('/state')).json;
    expect((await room.post('/start', {})).json.deadlineAt).toBe(deadlineAt);
  });

  it('submits what was saved when the time is over, and takes nothing later', async () => {
    const { room, begin, reviewed } = await openRoom({ duration: 0.03 });
    const [first] = await begin();
    await room.post('/answer', { questionId: first?.id, optionId: rightOption(first?.id ?? '') });
    expect(await reviewed()).toMatchObject({ status: 'reviewed', score: 10 });
    expect((await room.get('/state')).json.submittedBy).toBe('clock');
    expect((await room.post('/answer', { questionId: first?.id, optionId: rightOption(first?.id ?? '') })).status).toBe(
      409,
    );
  });

  it('does not open after its time to begin', async () => {
    const { sessionUrl, room } = await openRoom({ expiresAt: '2020-01-01T00:00:00Z' });
    expect((await fetch(sessionUrl)).status).toBe(410);
    expect((await room.post('/identity', {})).json.error.code).toBe('session_expired');
  });

  it('reports the rating and incidents chosen in the room', async () => {
    const { room, begin, reviewed } = await openRoom();
    await begin();
    await room.post('/submit', {
      outcome: { proviewIndex: 'low', incidents: [{ type: 'second_person', severity: 'high' }] },
    });
    expect(await reviewed()).toMatchObject({
      score: 0,
      result: 'failed',
      proview_index: 'low',
      incidents: [{ type: 'second_person', severity: 'high', at: expect.any(String) }],
    });
  });
});

describe('controls', () => {
  it('decide the next outcome, and the one of a named session first', async () => {
    await site.post('/_control/outcome', { sessionKey: null, score: 40, proviewIndex: 'medium', incidents: [] });
    await site.post('/_control/outcome', { sessionKey: 'key-1', score: 91, proviewIndex: 'high', incidents: [] });
    const one = await openRoom();
    const two = await openRoom({ sessionKey: 'key-2' });
    for (const { begin, room } of [one, two]) {
      await begin();
      await room.post('/submit', {});
    }
    expect(await one.reviewed()).toMatchObject({ score: 91, proview_index: 'high' });
    expect(await two.reviewed()).toMatchObject({ score: 40, proview_index: 'medium', result: 'failed' });
  });

  it('complete an exam without a browser', async () => {
    const { reviewed } = await openRoom();
    await site.post('/_control/complete', { sessionKey: 'key-1', score: 88 });
    expect(await reviewed()).toMatchObject({ score: 88, result: 'passed' });
  });

  it.each([
    ['twice', 2],
    ['forged', 1],
  ])('deliver the callback %s', async (mode, count) => {
    await openRoom();
    await site.post('/_control/webhooks', { mode });
    await site.post('/_control/complete', { sessionKey: 'key-1', score: 55 });
    await eventually(() => receiver.received.length === count);
    const { body, headers } = await eventually(() => receiver.received[0]);
    const signed = headers['x-talview-signature'] === hmacSha256Hex(callbackSecret, body);
    expect([signed, JSON.parse(body).payload.score]).toEqual(mode === 'forged' ? [false, 100] : [true, 55]);
  });

  it('make it misbehave', async () => {
    await site.post('/_control/faults', { mode: 'error500', times: 1 });
    expect((await api.post('/sessions', request)).json.error.code).toBe('internal_error');
    await site.post('/_control/faults', { mode: 'cut', times: 1 });
    await expect(api.post('/sessions', request)).rejects.toBeInstanceOf(Error);
    expect((await api.post('/sessions', request)).status).toBe(200);
    await site.post('/_control/faults', { mode: 'wrong_json', times: 1, path: '/auth' });
    expect((await site.post('/auth', credentials)).json).toEqual({ unexpected: ['shape'] });
  });
});

it('goes on after a restart: tokens, answers and the clock', async () => {
  const dataFile = join(mkdtempSync(join(tmpdir(), 'talview-')), 'talview.json');
  const first = await start(dataFile);
  api = await signIn(first);
  const before = await openRoom({ duration: 0.03 });
  const [question] = await before.begin();
  await before.room.post('/answer', { questionId: question?.id, optionId: rightOption(question?.id ?? '') });
  await first.close();

  const second = await start(dataFile);
  api = await signIn(second);
  const after = await openRoom();
  expect(after.sessionId).toBe(before.sessionId);
  expect(await after.reviewed()).toMatchObject({ score: 10 });
  await eventually(() => receiver.received.length === 1);
  await second.close();
});
