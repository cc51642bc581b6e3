import { Hono } from 'hono';
import { z } from 'zod';
import { checkPassword, metadataField, readBody, requireUser, type AuthContext, type AuthEnv } from './context.ts';
import { AuthError } from './errors.ts';
import { closeSessions } from './sessions.ts';
import { passwordMatches, presentUser, updateUser } from './users.ts';

/** The signed-in person reads and changes the own account. */
export function userRoutes({ database, settings }: AuthContext) {
  const app = new Hono<AuthEnv>();

  app.get('/user', async (c) => {
    const shown = await database.transaction(async (db) => presentUser(db, await requireUser(db, c.get('caller'))));
    return c.json(shown);
  });

  app.put('/user', async (c) => {
    const body = await readBody(
      c,
      z.object({ email: z.string().optional(), password: z.string().optional(), data: metadataField.optional() }),
    );
    const caller = c.get('caller');
    const shown = await database.transaction(async (db) => {
      const user = await requireUser(db, caller);
      if (body.email !== undefined && body.email.toLowerCase() !== user.email) {
        throw new AuthError(422, 'email_change_disabled', 'The local stack does not change e-mail addresses');
      }
      if (body.password !== undefined) {
        checkPassword(settings, body.password);
        if (await passwordMatches(db, user.id, body.password)) {
          throw new AuthError(422, 'same_password', 'New password should be different from the old password.');
        }
      }
      const changed = await updateUser(db, user.id, { password: body.password, userMetadata: body.data });
      if (body.password !== undefined) await closeSessions(db, user.id, 'others', caller.claims.session_id);
      return presentUser(db, changed);
    });
    return c.json(shown);
  });

  return app;
}
