import type { Context, Hono } from 'hono';
import { randomUUID } from 'node:crypto';
import { bearerToken, readJson, type SandboxEnv } from '../shared/http.ts';
import { parseMail, UNAUTHORIZED } from './sendgrid.ts';
import type { MailStore, Message } from './store.ts';

const BODY_LIMIT_BYTES = 30 * 1024 * 1024;

export const attachmentPath = (id: string, index: number) => `/api/messages/${id}/attachments/${index}`;

/** SendGrid's endpoint, and the JSON that tests read the mails by. */
export function mountMailApi(app: Hono<SandboxEnv>, store: MailStore, apiKey: string): void {
  app.post('/v3/mail/send', async (c) => {
    if (bearerToken(c.req.header('authorization')) !== apiKey) return c.json(UNAUTHORIZED, 401);
    if (Number(c.req.header('content-length') ?? 0) > BODY_LIMIT_BYTES) {
      const message = 'The total size of your email is over the maximum of 30MB.';
      return c.json({ errors: [{ message, field: null, help: null }] }, 413);
    }
    const parsed = parseMail(await readJson(c));
    if (!parsed.ok) return c.json({ errors: parsed.errors }, 400);
    for (const message of parsed.messages) store.add(message);
    c.header('x-message-id', randomUUID());
    return c.body(null, 202);
  });

  app.get('/api/messages', (c) => c.json(store.list(c.req.query('to')).map((one) => asJson(c, one))));
  app.delete('/api/messages', (c) => {
    store.clear();
    return c.body(null, 204);
  });
  app.get('/api/messages/:id', (c) => {
    const message = store.find(c.req.param('id'));
    return message ? c.json(asJson(c, message)) : c.json({ error: 'not_found' }, 404);
  });
  app.get('/api/messages/:id/attachments/:index', (c) => {
    const index = Number(c.req.param('index'));
    const message = store.find(c.req.param('id'));
    const meta = message?.attachments[index];
    const content = message && meta && store.attachment(message.id, index);
    if (!meta || !content) return c.json({ error: 'not_found' }, 404);
    return c.body(new Uint8Array(content), 200, {
      'content-type': meta.type,
      'content-disposition': `${meta.contentId ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(meta.filename)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });
}

function asJson(c: Context, message: Message) {
  const { origin } = new URL(c.req.url);
  return {
    ...message,
    attachments: message.attachments.map(({ filename, type, size }, index) => ({
      filename,
      type,
      size,
      url: origin + attachmentPath(message.id, index),
    })),
  };
}
