import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RunningSandbox } from '../shared/http.ts';
import { client } from '../shared/testing.ts';
import { startMailboxSandbox } from './server.ts';

const apiKey = 'SG.test';
const authorization = { authorization: `Bearer ${apiKey}` };
const mail = {
  personalizations: [{ to: [{ email: 'asha@example.com', name: 'Asha' }], custom_args: { outbox_id: 'o-1' } }],
  from: { email: 'hello@example.com', name: 'AI Ready' },
  subject: 'Your certificate',
  content: [
    { type: 'text/plain', value: 'Here it is: 123456' },
    {
      type: 'text/html',
      value: '<html><head></head><body><p>Here it is</p><img src="cid:qr"><script>alert(1)</script></body></html>',
    },
  ],
  attachments: [
    {
      content: Buffer.from('%PDF-1.7').toString('base64'),
      type: 'application/pdf',
      filename: 'प्रमाणपत्र.pdf',
      disposition: 'attachment',
    },
    {
      content: Buffer.from('png').toString('base64'),
      type: 'image/png',
      filename: 'qr.png',
      disposition: 'inline',
      content_id: 'qr',
    },
  ],
};

let sandbox: RunningSandbox;
let box: ReturnType<typeof client>;
const send = (more: object = {}) => box.post('/v3/mail/send', { ...mail, ...more }, authorization);

beforeEach(async () => {
  sandbox = await startMailboxSandbox({ port: 0, apiKey });
  box = client(sandbox.url);
});
afterEach(() => sandbox.close());

it('accepts a mail with 202 and nothing else, and shows it with its attachments', async () => {
  const answer = await send();
  expect([answer.status, answer.text]).toEqual([202, '']);
  const [message] = (await box.get('/api/messages?to=asha@example.com')).json;
  expect(message).toMatchObject({
    to: [{ email: 'asha@example.com', name: 'Asha' }],
    from: { email: 'hello@example.com', name: 'AI Ready' },
    subject: 'Your certificate',
    text: 'Here it is: 123456',
    customArgs: { outbox_id: 'o-1' },
    attachments: [{ filename: 'प्रमाणपत्र.pdf', type: 'application/pdf', size: 8 }, { filename: 'qr.png' }],
  });
  const attachment = await fetch(message.attachments[0].url);
  expect(await attachment.text()).toBe('%PDF-1.7');
  expect((await box.get(`/api/messages/${message.id}`)).json.id).toBe(message.id);
});

it('refuses a wrong key', async () => {
  const answer = await box.post('/v3/mail/send', mail, { authorization: 'Bearer wrong' });
  expect(answer.status).toBe(401);
  expect(answer.json.errors[0]).toEqual({
    message: 'The provided authorization grant is invalid, expired, or revoked',
    field: null,
    help: null,
  });
});

it.each([
  ['no recipient', { personalizations: [{ to: [] }] }, 'personalizations.0.to'],
  ['a faulty address', { from: { email: 'nobody' } }, 'from.email'],
  ['no subject', { subject: undefined }, 'subject'],
  ['no content', { content: [] }, 'content'],
  ['text after HTML', { content: mail.content.toReversed() }, 'content'],
  ['an attachment that is not base64', { attachments: [{ content: '%%%', filename: 'x' }] }, 'attachments.0.content'],
  ['a field it does not know', { sandbox: true }, 'sandbox'],
])('refuses %s and names the field', async (_what, more, field) => {
  const answer = await send(more);
  expect(answer.status).toBe(400);
  expect(answer.json.errors[0]).toMatchObject({ field, message: expect.any(String) });
});

it('finds by recipient, newest first, and clears', async () => {
  await send({ subject: 'one' });
  await send({ subject: 'two', personalizations: [{ to: [{ email: 'b@example.com' }] }] });
  await send({ subject: 'three' });
  const subjects = async (to: string) =>
    (await box.get(`/api/messages?to=${to}`)).json.map((one: { subject: string }) => one.subject);
  expect(await subjects('ASHA@')).toEqual(['three', 'one']);
  expect(await subjects('')).toEqual(['three', 'two', 'one']);
  expect((await box.delete('/api/messages')).status).toBe(204);
  expect(await subjects('')).toEqual([]);
});

it('shows a mail without letting it run anything, with its pictures in place', async () => {
  await send();
  const [{ id }] = (await box.get('/api/messages')).json;
  const content = await box.get(`/messages/${id}/html`);
  expect(content.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(content.text).toContain(`src="/api/messages/${id}/attachments/1"`);
  expect((await box.get(`/messages/${id}?view=text`)).text).toContain('Here it is: 123456');
  expect((await box.get('/messages/gone')).status).toBe(404);
});

it('escapes what a sender writes into subject and names', async () => {
  await send({ subject: '<img src=x onerror=alert(1)>' });
  const { text } = await box.get('/');
  expect(text).toContain('&lt;img src=x');
  expect(text).not.toContain('<img src=x');
});

it('holds the last 500 mails, also over a restart', async () => {
  const dataFile = join(mkdtempSync(join(tmpdir(), 'mailbox-')), 'mailbox.json');
  const first = await startMailboxSandbox({ port: 0, apiKey, dataFile });
  const personalizations = Array.from({ length: 501 }, (_, index) => ({ to: [{ email: `p${index}@example.com` }] }));
  await client(first.url).post('/v3/mail/send', { ...mail, personalizations }, authorization);
  await first.close();
  const second = await startMailboxSandbox({ port: 0, apiKey, dataFile });
  const { json } = await client(second.url).get('/api/messages');
  expect(json).toHaveLength(500);
  expect(json.at(-1).to[0].email).toBe('p1@example.com');
  expect(await (await fetch(json[0].attachments[0].url)).text()).toBe('%PDF-1.7');
  expect((await fetch(json[0].attachments[0].url.replace(json[0].id, 'x'))).status).toBe(404);
  await second.close();
});

it('misbehaves when told to, and only for the sender', async () => {
  await box.post('/_control/faults', { mode: 'error500', times: 1 });
  expect((await box.get('/api/messages')).status).toBe(200);
  expect((await send()).status).toBe(500);
  await box.post('/_control/faults', { mode: 'cut', times: 1 });
  await expect(send()).rejects.toBeInstanceOf(Error);
  expect((await box.get('/_control/state')).json.messages).toBe(1);
});
