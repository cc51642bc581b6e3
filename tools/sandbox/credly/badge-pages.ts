import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { SandboxEnv } from '../shared/http.ts';
import { page, sendPage, serveAsset, type Markup } from '../shared/page.ts';
import { changeState, type BadgeContext } from './badges.ts';
import type { Badge } from './store.ts';

const STATES: Record<Badge['state'], { label: string; tone: string }> = {
  pending: { label: 'Waiting to be accepted', tone: 'waiting' },
  accepted: { label: 'Verified', tone: 'good' },
  rejected: { label: 'Declined by the earner', tone: 'bad' },
  revoked: { label: 'Revoked', tone: 'bad' },
};

const layout = (title: string, body: Markup) =>
  page({ title: `${title} · Badge sandbox`, styles: ['/assets/badge.css'], body });

const date = (vendorTime: string) => vendorTime.slice(0, 10);

const emblem = () =>
  html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" role="img" aria-label="Certification badge">
    <defs>
      <linearGradient id="rim" x1="0" y1="0" x2="1" y2="1">
        <stop offset="0" stop-color="#5b4be0" />
        <stop offset="1" stop-color="#0e7c86" />
      </linearGradient>
    </defs>
    <path d="M120 8 217 64v112l-97 56-97-56V64Z" fill="url(#rim)" />
    <path d="M120 26 201 73v94l-81 47-81-47V73Z" fill="#fff" />
    <path d="M120 38 191 79v82l-71 41-71-41V79Z" fill="#181547" />
    <g fill="none" stroke="#8ff0e4" stroke-width="5" stroke-linecap="round">
      <circle cx="120" cy="96" r="10" />
      <circle cx="88" cy="136" r="8" />
      <circle cx="152" cy="136" r="8" />
      <path d="m114 105-20 24m32-24 20 24m-50 7h48" />
    </g>
    <text
      x="120"
      y="169"
      text-anchor="middle"
      font-family="system-ui,sans-serif"
      font-weight="700"
      font-size="15"
      letter-spacing="1"
      fill="#fff"
    >
      CERTIFIED
    </text>
  </svg>`;

const facts = (badge: Badge) =>
  html`<dl>
    <div>
      <dt>Issued to</dt>
      <dd>${badge.firstName} ${badge.lastName}</dd>
    </div>
    <div>
      <dt>Issued on</dt>
      <dd>${date(badge.issuedAt)}</dd>
    </div>
    <div>
      <dt>Valid until</dt>
      <dd>${badge.expiresAt ? date(badge.expiresAt) : 'No end'}</dd>
    </div>
    <div>
      <dt>Template</dt>
      <dd>${badge.templateId}</dd>
    </div>
    ${
      badge.revocationReason
        ? html`<div>
            <dt>Reason</dt>
            <dd>${badge.revocationReason}</dd>
          </div>`
        : ''
    }
  </dl>`;

const evidence = (badge: Badge) =>
  badge.evidence.length === 0
    ? ''
    : html`<h2>Evidence</h2>
        <ul>
          ${badge.evidence.map((one) =>
            one.type === 'UrlEvidence' && /^https?:/.test(one.value ?? '')
              ? html`<li>
                  <a href="${one.value}" rel="noopener noreferrer">${one.name ?? one.value}</a> ${one.description}
                </li>`
              : html`<li>${one.name} ${one.value} ${one.description}</li>`,
          )}
        </ul>`;

const badgePage = (badge: Badge) =>
  layout(
    'Certification badge',
    html`<main>
      <p class="notice">Sandbox standing in for Credly</p>
      <div class="card">
        <div class="emblem">${emblem()}</div>
        <div>
          <p class="state ${STATES[badge.state].tone}">${STATES[badge.state].label}</p>
          <h1>Certification badge</h1>
          ${facts(badge)}${evidence(badge)}
          ${badge.state === 'pending' ? html`<p><a class="button" href="/badges/${badge.id}/accept">Accept this badge</a></p>` : ''}
          ${badge.replacedBy ? html`<p><a href="/badges/${badge.replacedBy}">Replaced by a newer badge</a></p>` : ''}
        </div>
      </div>
    </main>`,
  );

const acceptPage = (badge: Badge) =>
  layout(
    'Accept your badge',
    html`<main>
      <p class="notice">Sandbox standing in for Credly</p>
      <div class="card">
        <div class="emblem">${emblem()}</div>
        <div>
          <h1>${badge.firstName}, accept your badge</h1>
          <p>Once accepted, its page is public and can be shared. If it is not yours, decline it.</p>
          <form method="post">
            <button class="button" name="answer" value="accepted">Accept badge</button>
            <button class="button plain" name="answer" value="rejected">Decline</button>
          </form>
        </div>
      </div>
    </main>`,
  );

const missingPage = () =>
  layout(
    'Not found',
    html`<main>
      <h1>There is no such badge</h1>
      <p>Check the address for a missing letter.</p>
    </main>`,
  );

/** What an earner and anybody they share it with sees. */
export function mountBadgePages(app: Hono<SandboxEnv>, context: BadgeContext): void {
  const find = (id: string) => context.store.data.badges.find((one) => one.id === id);
  serveAsset(app, '/assets/badge.css', new URL('./assets/badge.css', import.meta.url));

  app.get('/badges/:id', (c) => {
    const badge = find(c.req.param('id'));
    return badge ? sendPage(c, badgePage(badge)) : sendPage(c, missingPage(), { status: 404 });
  });
  app.get('/badges/:id/image.svg', async (c) =>
    c.body(String(await emblem()), 200, { 'content-type': 'image/svg+xml', 'access-control-allow-origin': '*' }),
  );
  app.get('/badges/:id/accept', (c) => {
    const badge = find(c.req.param('id'));
    if (!badge) return sendPage(c, missingPage(), { status: 404 });
    return badge.state === 'pending' ? sendPage(c, acceptPage(badge)) : c.redirect(`/badges/${badge.id}`);
  });
  app.post('/badges/:id/accept', async (c) => {
    const badge = find(c.req.param('id'));
    if (!badge) return sendPage(c, missingPage(), { status: 404 });
    const { answer } = await c.req.parseBody();
    if (badge.state === 'pending') changeState(context, badge, answer === 'accepted' ? 'accepted' : 'rejected');
    return c.redirect(`/badges/${badge.id}`, 303);
  });
}
