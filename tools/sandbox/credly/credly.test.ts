import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RunningSandbox } from '../shared/http.ts';
import { client, eventually, startReceiver } from '../shared/testing.ts';
import { startCredlySandbox } from './server.ts';

const token = 'credly-token';
const organizationId = 'org-1';
const authorization = `Basic ${Buffer.from(`${token}:`).toString('base64')}`;
const request = {
  recipient_email: 'asha@example.com',
  badge_template_id: 'template-1',
  issued_to_first_name: 'Asha',
  issued_to_last_name: 'Rao',
  issued_at: '2026-04-01 09:41:00 +0530',
  issuer_earner_id: 'user-1',
  suppress_badge_notification_email: true,
};

let receiver: Awaited<ReturnType<typeof startReceiver>>;
let sandbox: RunningSandbox;
let api: ReturnType<typeof client>;
let site: ReturnType<typeof client>;

const start = (dataFile?: string) =>
  startCredlySandbox({ port: 0, token, organizationId, webhookUrl: receiver.url, dataFile });
const open = (running: RunningSandbox) =>
  client(`${running.url}/v1/organizations/${organizationId}`, { authorization });

beforeEach(async () => {
  receiver = await startReceiver();
  sandbox = await start();
  api = open(sandbox);
  site = client(sandbox.url);
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
});

it('issues a pending badge with its pages', async () => {
  const { status, json } = await api.post('/badges', request);
  expect(status).toBe(201);
  expect(json.data).toMatchObject({
    state: 'pending',
    issued_at: request.issued_at,
    expires_at: null,
    issuer_earner_id: 'user-1',
  });
  const page = await fetch(json.data.badge_url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Asha Rao');
  expect((await fetch(json.data.image_url)).headers.get('content-type')).toBe('image/svg+xml');
});

it.each([
  ['e-mail', { recipient_email: 'ASHA@example.com', issuer_earner_id: 'somebody-else' }],
  ['earner id', { recipient_email: 'other@example.com' }],
])('refuses a second badge of the template for the same %s, until the first is revoked', async (_by, more) => {
  const { data } = (await api.post('/badges', request)).json;
  const again = await api.post('/badges', { ...request, ...more });
  expect(again.status).toBe(422);
  expect(again.json.data.message).toContain('already has this badge');
  await api.put(`/badges/${data.id}/revoke`, { reason: 'Issued by mistake' });
  expect((await api.post('/badges', { ...request, ...more })).status).toBe(201);
});

it('names every faulty attribute', async () => {
  const { status, json } = await api.post('/badges', {
    ...request,
    recipient_email: 'x',
    issued_at: '2026-04-01T00:00:00Z',
    issued_to_last_name: undefined,
  });
  expect(status).toBe(422);
  expect(json.data.errors.map((one: { attribute: string }) => one.attribute).toSorted()).toEqual([
    'issued_at',
    'issued_to_last_name',
    'recipient_email',
  ]);
});

it('lists by the filter before issuing again', async () => {
  await api.post('/badges', request);
  await api.post('/badges', { ...request, recipient_email: 'b@example.com', issuer_earner_id: 'user-2' });
  const list = async (filter: string) => (await api.get(`/badges?filter=${encodeURIComponent(filter)}`)).json;
  expect(await list('issuer_earner_id::user-1|state::pending,accepted')).toMatchObject({
    data: [{ issuer_earner_id: 'user-1' }],
    metadata: { total_count: 1 },
  });
  expect((await list('issuer_earner_id::user-1|state::revoked')).data).toEqual([]);
});

it('refuses a wrong token and another organisation', async () => {
  const stranger = await client(sandbox.url, { authorization: `Basic ${Buffer.from('x:').toString('base64')}` }).get(
    `/v1/organizations/${organizationId}/badges`,
  );
  expect(stranger.status).toBe(401);
  expect(stranger.json.data.message).toBe('Your authorization token is not valid.');
  expect((await client(sandbox.url, { authorization }).get('/v1/organizations/other/badges')).status).toBe(404);
});

it('replaces a badge, and a replaced badge cannot be revoked', async () => {
  const { data } = (await api.post('/badges', request)).json;
  const replaced = await api.post(`/badges/${data.id}/replace`, {
    badge_template_id: 'template-2',
    issued_at: request.issued_at,
  });
  expect(replaced.status).toBe(201);
  expect(replaced.json.data).toMatchObject({ replaces_badge_id: data.id, state: 'pending' });
  const revoked = await api.put(`/badges/${data.id}/revoke`, { reason: 'x' });
  expect(revoked.status).toBe(422);
  expect((await api.put(`/badges/${replaced.json.data.id}/revoke`, {})).json.data.errors).toEqual([
    { attribute: 'reason', messages: ["can't be blank"] },
  ]);
});

it('hints at each event without a signature, and tells the rest when read', async () => {
  const { data } = (await api.post('/badges', request)).json;
  const accepted = await fetch(data.accept_badge_url, {
    method: 'POST',
    body: new URLSearchParams({ answer: 'accepted' }),
    redirect: 'manual',
  });
  expect(accepted.status).toBe(303);
  await eventually(() => receiver.received.length === 2);
  const hint = JSON.parse(receiver.received[1]?.body ?? '');
  expect(Object.keys(hint)).toEqual(['id', 'organization_id', 'event_type', 'occurred_at']);
  expect((await api.get(`/events/${hint.id}`)).json.data).toMatchObject({
    event_type: 'badge.state.changed',
    badge: { id: data.id, state: 'accepted' },
  });
  expect((await api.get('/events')).json.metadata.total_count).toBe(2);
});

it('sends again what was answered with anything but 200', async () => {
  await sandbox.close();
  await receiver.close();
  receiver = await startReceiver((count) => (count === 1 ? 202 : 200));
  sandbox = await start();
  await open(sandbox).post('/badges', request);
  const [delivery] = await eventually(async () => {
    const { deliveries } = (await client(sandbox.url).get('/_control/state')).json;
    return deliveries[0]?.status === 'delivered' && deliveries;
  });
  expect(delivery.attempts.map((one: { status: number }) => one.status)).toEqual([202, 200]);
});

it('forges a hint at an event that nobody can read', async () => {
  await site.post('/_control/webhooks', { mode: 'forged' });
  await api.post('/badges', request);
  const { body } = await eventually(() => receiver.received[0]);
  expect((await api.get(`/events/${JSON.parse(body).id}`)).status).toBe(404);
});

it('moves a badge without a browser and keeps it over a restart', async () => {
  const dataFile = join(mkdtempSync(join(tmpdir(), 'credly-')), 'credly.json');
  const first = await start(dataFile);
  const { id } = (await open(first).post('/badges', request)).json.data;
  await client(first.url).post('/_control/badges', { badgeId: id, state: 'accepted' });
  await first.close();
  const second = await start(dataFile);
  expect((await open(second).get(`/badges/${id}`)).json.data.state).toBe('accepted');
  await second.close();
});

it('misbehaves when told to', async () => {
  await site.post('/_control/faults', { mode: 'error500', times: 1 });
  expect((await api.post('/badges', request)).json.data.message).toContain('went wrong');
  await site.post('/_control/faults', { mode: 'cut', times: 1 });
  await expect(api.post('/badges', request)).rejects.toBeInstanceOf(Error);
  await site.post('/_control/faults', { mode: 'wrong_json', times: 1 });
  expect((await api.get('/badges')).json).toEqual({ unexpected: ['shape'] });
  expect((await api.get('/badges')).json.data).toHaveLength(1);
});
