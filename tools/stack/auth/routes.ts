import { Hono } from 'hono';
import { publicJwk } from '../api/tokens.ts';
import { adminRoutes } from './admin-routes.ts';
import { authContext, type AuthEnv } from './context.ts';
import type { ApiConfig } from '../api/config.ts';
import { AuthError } from './errors.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { signUpRoutes } from './sign-up-routes.ts';
import { userRoutes } from './user-routes.ts';
import { verifyRoutes } from './verify-routes.ts';

/**
 * The GoTrue surface. Supabase Lite's own lacks the admin endpoints, the metadata claims and metadata as objects,
 * so this one surface is ours; docs/decisions says why.
 */
export function createAuth(config: ApiConfig) {
  const context = authContext(config);
  const app = new Hono<AuthEnv>()
    .onError((error) => {
      if (error instanceof AuthError) return error.toResponse();
      console.error(`auth: ${error.name} ${'code' in error ? error.code : ''}`);
      return new AuthError(500, 'unexpected_failure', 'Unexpected failure').toResponse();
    })
    .notFound(() => new AuthError(404, 'not_found', 'This endpoint is not part of the local stack').toResponse());
  app.get('/health', (c) => c.json({ name: 'GoTrue', description: 'the local stack', version: 'local' }));
  app.get('/settings', (c) =>
    c.json({
      external: { email: true, phone: false, anonymous_users: false },
      disable_signup: false,
      mailer_autoconfirm: false,
    }),
  );
  app.get('/.well-known/jwks.json', (c) => c.json({ keys: [publicJwk(config.signingJwk)] }));
  app.route('/', signUpRoutes(context));
  app.route('/', verifyRoutes(context));
  app.route('/', signInRoutes(context));
  app.route('/', userRoutes(context));
  app.route('/', adminRoutes(context));
  return { app, close: () => context.database.close() };
}
