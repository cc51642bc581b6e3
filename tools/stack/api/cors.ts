import type { MiddlewareHandler } from 'hono';

const exposed =
  'content-range, content-location, preference-applied, x-total-count, link, x-supabase-api-version, sb-error-code';

/** The API is open to every origin, as when hosted: keys and tokens protect it, not cookies. */
export const cors: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin') ?? '*';
  if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method')) {
    const allowed =
      c.req.header('access-control-request-headers') ?? 'authorization, apikey, content-type, x-client-info';
    return c.body(null, 204, {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
      'access-control-allow-headers': allowed,
      'access-control-max-age': '3600',
      vary: 'Origin',
    });
  }
  await next();
  const headers = new Headers(c.res.headers);
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-expose-headers', exposed);
  headers.append('vary', 'Origin');
  const { body, status } = c.res;
  // Hono would merge the old headers back in.
  c.res = undefined;
  c.res = new Response(body, { status, headers });
};
