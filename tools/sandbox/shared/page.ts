import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { readFileSync } from 'node:fs';
import type { SandboxEnv } from './http.ts';

export type Markup = ReturnType<typeof html>;

type Page = {
  title: string;
  body: Markup;
  styles: readonly string[];
  scripts?: readonly string[];
  bodyClass?: string;
};

/** One HTML document; everything put in with `html` is escaped. */
export function page({ title, body, styles, scripts = [], bodyClass = '' }: Page): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        ${scripts.map((src) => html`<script type="module" src="${src}"></script>`)}
      </head>
      <body class="${bodyClass}">
        ${body}
      </body>
    </html>`;
}

const BASE_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'";

export function sendPage(c: Context, content: Markup, options: { status?: 200 | 404 | 410; policy?: string } = {}) {
  c.header('content-security-policy', options.policy ?? `${BASE_POLICY}; frame-ancestors 'none'`);
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'no-referrer');
  return c.html(content, options.status ?? 200);
}

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;

/** Serves a style sheet or script that lies beside the sandbox's code. */
export function serveAsset(app: Hono<SandboxEnv>, path: string, file: URL): void {
  const type = file.pathname.endsWith('.css') ? TYPES.css : TYPES.js;
  const content = readFileSync(file, 'utf8');
  app.get(path, (c) => c.body(content, 200, { 'content-type': type, 'cache-control': 'no-cache' }));
}
