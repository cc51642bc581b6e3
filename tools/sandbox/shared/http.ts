import { serve, type HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { Server } from 'node:http';

export type SandboxEnv = { Bindings: HttpBindings };
export type RunningSandbox = { url: string; close(): Promise<void> };

const HOST = '127.0.0.1';

type App = { fetch(request: Request, env: HttpBindings): Response | Promise<Response> };

/** Serves on the loopback address only; port 0 takes a free one. */
export function listen(app: App, port: number): Promise<RunningSandbox> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: (request, env) => app.fetch(request, httpBindings(env)), hostname: HOST, port },
      (address) => resolve({ url: `http://${HOST}:${address.port}`, close }),
    );
    server.once('error', reject);

    function close(): Promise<void> {
      return new Promise((closed) => {
        server.close(() => closed());
        if (server instanceof Server) server.closeAllConnections();
      });
    }
  });
}

function httpBindings(env: object): HttpBindings {
  if (isHttpBindings(env)) return env;
  throw new Error('The sandbox must be served over HTTP/1.');
}

function isHttpBindings(env: object): env is HttpBindings {
  return 'incoming' in env && 'outgoing' in env;
}

/** The parsed body, or undefined when it is not JSON. An absent body counts as an empty object, as most vendors take it. */
export async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function basicCredentials(header: string | undefined): { user: string; password: string } | null {
  // The vendors take the word "Basic" case-sensitively.
  const encoded = header?.startsWith('Basic ') ? header.slice('Basic '.length) : null;
  if (!encoded) return null;
  const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { user, password: rest.join(':') };
}

export function bearerToken(header: string | undefined): string | null {
  return header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : null;
}
