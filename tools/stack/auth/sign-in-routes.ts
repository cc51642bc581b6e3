import { Hono } from 'hono';
import { z } from 'zod';
import { readBody, type AuthContext, type AuthEnv } from './context.ts';
import { AuthError, invalidCredentials, userBanned } from './errors.ts';
import { closeSessions, openSession, refreshSession } from './sessions.ts';
import { findUser, isBanned, passwordMatches } from './users.ts';

export function signInRoutes({ database, issuer }: AuthContext) {
  const app = new Hono<AuthEnv>();

  app.post('/token', async (c) => {
    const grant = c.req.query('grant_type');
    if (grant === 'password') {
      const body = await readBody(c, z.object({ email: z.string(), password: z.string() }));
      const session = await database.transaction(async (db) => {
        const user = await findUser(db, 'email', body.email);
        if (!user || !(await passwordMatches(db, user.id, body.password))) throw invalidCredentials();
        if (isBanned(user)) throw userBanned();
        if (!user.email_confirmed_at) throw new AuthError(400, 'email_not_confirmed', 'Email not confirmed');
        return openSession(db, issuer, user, 'password', c.req.header('user-agent') ?? null);
      });
      return c.json({ ...session, weak_password: null });
    }
    if (grant === 'refresh_token') {
      const body = await readBody(c, z.object({ refresh_token: z.string() }));
      const result = await database.transaction((db) => refreshSession(db, issuer, body.refresh_token));
      // Thrown only now: the revocation of a stolen token's family must be committed.
      if ('refused' in result) throw result.refused;
      return c.json(result.session);
    }
    throw new AuthError(400, 'unsupported_grant_type', 'unsupported_grant_type');
  });

  app.post('/logout', async (c) => {
    const caller = c.get('caller');
    const scope = z.enum(['global', 'local', 'others']).catch('global').parse(c.req.query('scope'));
    if (!caller.token || !caller.claims.sub)
      throw new AuthError(401, 'no_authorization', 'This endpoint requires a valid Bearer token');
    const userId = caller.claims.sub;
    await database.transaction((db) => closeSessions(db, userId, scope, caller.claims.session_id));
    return c.body(null, 204);
  });

  return app;
}
