import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { SandboxEnv } from '../shared/http.ts';
import { page, sendPage, serveAsset, type Markup } from '../shared/page.ts';
import { attachmentPath } from './api-routes.ts';
import { recipients, type MailStore, type Message } from './store.ts';

const person = ({ email, name }: Message['from']) => (name ? `${name} <${email}>` : email);
const people = (list: Message['to']) => list.map(person).join(', ');
const size = (bytes: number) =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${Math.round(bytes / 1024)} kB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`;
const time = (iso: string) => html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
const preview = (message: Message) =>
  (message.text ?? message.html?.replaceAll(/<(style|title)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ') ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 110);
const address = (id: string, to: string, view?: 'text') => {
  const query = new URLSearchParams({ ...(to ? { to } : {}), ...(view ? { view } : {}) }).toString();
  return `/messages/${id}${query ? `?${query}` : ''}`;
};

const mailList = (messages: Message[], to: string, selected: string | undefined) =>
  messages.length === 0
    ? html`<p class="empty">
        ${to ? `No mail to “${to}”.` : 'No mail yet. Every mail the platform sends appears here.'}
      </p>`
    : html`<ul>
        ${messages.map(
          (one) =>
            html`<li>
              <a href="${address(one.id, to)}" ${one.id === selected ? html`aria-current="page"` : ''}>
                <span class="row"
                  ><span class="to"
                    >${recipients(one)
                      .map(({ email }) => email)
                      .join(', ')}</span
                  >${time(one.receivedAt)}</span
                >
                <strong>${one.subject}</strong>
                <span class="preview">${preview(one)}</span>
                ${one.attachments.length > 0 ? html`<span class="clip">${one.attachments.length} attached</span>` : ''}
              </a>
            </li>`,
        )}
      </ul>`;

const reader = (message: Message, to: string, asText: boolean) =>
  html` <article aria-labelledby="subject">
    <p class="back"><a href="/${to ? `?${new URLSearchParams({ to })}` : ''}">← All mail</a></p>
    <h2 id="subject">${message.subject}</h2>
    <dl>
      <div>
        <dt>From</dt>
        <dd>${person(message.from)}</dd>
      </div>
      <div>
        <dt>To</dt>
        <dd>${people(message.to)}</dd>
      </div>
      ${
        message.cc.length > 0
          ? html`<div>
              <dt>Cc</dt>
              <dd>${people(message.cc)}</dd>
            </div>`
          : ''
      }
      ${
        message.replyTo
          ? html`<div>
              <dt>Reply to</dt>
              <dd>${person(message.replyTo)}</dd>
            </div>`
          : ''
      }
      <div>
        <dt>Received</dt>
        <dd>${time(message.receivedAt)}</dd>
      </div>
    </dl>
    ${
      message.attachments.length > 0
        ? html`<ul class="attachments" aria-label="Attachments">
            ${message.attachments.map(
              (one, index) =>
                html`<li>
                  <a href="${attachmentPath(message.id, index)}" download="${one.filename}"
                    >${one.filename} <span>${size(one.size)}</span></a
                  >
                </li>`,
            )}
          </ul>`
        : ''
    }
    ${
      message.html && message.text
        ? html`<nav class="views" aria-label="Format">
            <a href="${address(message.id, to)}" ${asText ? '' : html`aria-current="true"`}>Formatted</a>
            <a href="${address(message.id, to, 'text')}" ${asText ? html`aria-current="true"` : ''}>Plain text</a>
          </nav>`
        : ''
    }
    ${
      asText || !message.html
        ? html`<pre tabindex="0" aria-label="Mail text">${message.text ?? ''}</pre>`
        : html`<iframe
            src="/messages/${message.id}/html"
            title="Mail content"
            sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
          ></iframe>`
    }
  </article>`;

const shell = (
  list: Markup,
  reading: Markup | null,
  state: { to: string; selected?: string; count: number; title: string },
) =>
  page({
    title: `${state.title} · Mailbox`,
    styles: ['/assets/mailbox.css'],
    scripts: ['/assets/mailbox.js'],
    bodyClass: reading ? 'reading' : 'listing',
    body: html` <header class="top">
        <h1><a href="/">Mailbox</a></h1>
        <form class="search" role="search" action="/">
          <label for="to">Recipient</label>
          <input
            id="to"
            name="to"
            type="search"
            value="${state.to}"
            placeholder="name@example.com"
            autocomplete="off"
          /><button type="submit">Search</button>
        </form>
        <button type="button" class="quiet" id="clear">Clear all</button>
      </header>
      <main>
        <section
          class="list"
          aria-label="Messages"
          id="list"
          data-to="${state.to}"
          data-selected="${state.selected ?? ''}"
        >
          ${list}
        </section>
        <section class="reader" aria-label="Reading">
          ${reading ?? html`<p class="empty">Choose a mail to read it.</p>`}
        </section>
      </main>
      <p class="sr-only" role="status" id="status"></p>
      <dialog id="confirm-clear" aria-labelledby="confirm-title">
        <form method="post" action="/messages/clear">
          <h2 id="confirm-title">Delete all mail?</h2>
          <p>Every mail in this mailbox is deleted for good.</p>
          <div class="actions">
            <button type="button" class="quiet" id="keep">Keep</button
            ><button type="submit" class="danger">Delete all</button>
          </div>
        </form>
      </dialog>`,
  });

/**
 * A mail may contain anything: it gets no script, no forms and no origin, and its links open elsewhere. What forbids its
 * scripts is `default-src 'none'`; the sandbox lets scripts be, or accessibility checkers could not look inside.
 */
const MAIL_POLICY =
  "default-src 'none'; img-src 'self' http: https: data:; style-src 'unsafe-inline'; font-src https: data:; sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox; base-uri 'self'";

export function mountPages(app: Hono<SandboxEnv>, store: MailStore): void {
  const asset = (name: string) => serveAsset(app, `/assets/${name}`, new URL(`./assets/${name}`, import.meta.url));
  asset('mailbox.css');
  asset('mailbox.js');

  app.get('/', (c) => {
    const to = c.req.query('to') ?? '';
    const messages = store.list(to);
    return sendPage(
      c,
      shell(mailList(messages, to, undefined), null, { to, count: messages.length, title: 'All mail' }),
    );
  });
  app.get('/list', (c) => {
    const to = c.req.query('to') ?? '';
    return c.html(mailList(store.list(to), to, c.req.query('selected')), 200, { 'cache-control': 'no-store' });
  });
  app.get('/messages/:id', (c) => {
    const to = c.req.query('to') ?? '';
    const messages = store.list(to);
    const message = store.find(c.req.param('id'));
    const state = { to, selected: message?.id, count: messages.length, title: message?.subject ?? 'Not found' };
    const missing = html`<p class="empty">
      This mail is gone: the mailbox was cleared or has more than 500 newer ones.
    </p>`;
    const reading = message ? reader(message, to, c.req.query('view') === 'text') : missing;
    return sendPage(c, shell(mailList(messages, to, message?.id), reading, state), { status: message ? 200 : 404 });
  });
  app.get('/messages/:id/html', (c) => {
    const message = store.find(c.req.param('id'));
    if (!message?.html) return c.notFound();
    const content = message.attachments.reduce(
      (text, { contentId }, index) =>
        contentId ? text.replaceAll(`cid:${contentId}`, attachmentPath(message.id, index)) : text,
      message.html,
    );
    const opensElsewhere = '<base target="_blank">';
    const whole = /<head[^>]*>/i.test(content)
      ? content.replace(/<head[^>]*>/i, (head) => head + opensElsewhere)
      : opensElsewhere + content;
    return c.body(whole, 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': MAIL_POLICY,
      'referrer-policy': 'no-referrer',
    });
  });
  app.post('/messages/clear', (c) => {
    store.clear();
    return c.redirect('/', 303);
  });
}
