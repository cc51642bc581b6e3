import { Hono } from 'hono';
import { createAuth } from '../auth/routes.ts';
import type { AuthEnv } from '../auth/context.ts';
import { createStorage } from '../storage/routes.ts';
import { CallerError, callerResolver } from './callers.ts';
import type { ApiConfig } from './config.ts';
import { cors } from './cors.ts';
import { functionsProxy } from './functions-proxy.ts';
import { createRest } from './rest.ts';

/** Addresses that are opened without a key: links in mails, signed and public files, the public keys. */
const keyless = [
  /^\/auth\/v1\/(verify|health|settings|\.well-known\/.*)$/,
  /^\/storage\/v1\/object\/(sign|public|upload\/sign)\//,
];

/** One address for everything, as a hosted project has it. */
export function createGateway(config: ApiConfig) {
  const rest = createRest(config);
  const auth = createAuth(config);
  const storage = createStorage(config);
  const resolveCaller = callerResolver(config);
  const app = new Hono<AuthEnv>();
  app.use(cors);
  app.get('/health', (c) => c.json({ ok: true }));
  app.all('/functions/v1/*', (c) => functionsProxy(config.functionsUrl)(c.req.raw));

  app.use(async (c, next) => {
    const open = keyless.some((path) => path.test(c.req.path));
    if (!open && !c.req.header('apikey') && !c.req.query('apikey')) {
      const body = {
        message: 'No API key found in request',
        hint: 'No `apikey` request header or url param was found.',
      };
      return c.json(body, 401, { 'sb-error-code': 'UNAUTHORIZED_MISSING_API_KEY' });
    }
    try {
      c.set('caller', await resolveCaller(c.req.raw));
    } catch (error) {
      if (!(error instanceof CallerError)) throw error;
      return refusal(c.req.path, error);
    }
    await next();
  });

  app.route('/auth/v1', auth.app);
  app.route('/storage/v1', storage.app);
  app.all('/rest/v1/*', (c) => rest.fetch(c.req.raw, c.get('caller')));

  return {
    fetch: app.fetch,
    warmUp: rest.warmUp,
    close: () => Promise.allSettled([rest.close(), auth.close(), storage.close()]),
  };
}

/** Each surface words a bad token in its own way. */
function refusal(path: string, error: CallerError): Response {
  const headers = { 'sb-error-code': error.code };
  if (path.startsWith('/auth/v1') && error.code.startsWith('PGRST')) {
    const body = {
      code: 'bad_jwt',
      error_code: 'bad_jwt',
      message: `invalid JWT: ${error.message}`,
      msg: `invalid JWT: ${error.message}`,
    };
    return Response.json(body, { status: 403, headers: { ...headers, 'x-supabase-api-version': '2024-01-01' } });
  }
  if (path.startsWith('/storage/v1')) {
    return Response.json(
      { statusCode: '403', error: 'Unauthorized', message: error.message },
      { status: 400, headers },
    );
  }
  return Response.json(
    { code: error.code, details: null, hint: null, message: error.message },
    { status: error.status, headers },
  );
}
