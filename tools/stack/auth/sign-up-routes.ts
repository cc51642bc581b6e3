import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import {
  checkPassword,
  emailField,
  metadataField,
  readBody,
  safeRedirect,
  type AuthContext,
  type AuthEnv,
} from './context.ts';
import type { Queryable } from './database.ts';
import { AuthError } from './errors.ts';
import { issueCode } from './one-time-codes.ts';
import { createUser, findUser, presentUser, type User } from './users.ts';

/** Everything that ends in a mail with a code: registration, password recovery, a code to sign in. */
export function signUpRoutes(context: AuthContext) {
  const { database, settings, config } = context;
  const app = new Hono<AuthEnv>();

  const confirm = async (db: Queryable, user: User, redirectTo: string, limited: boolean) => {
    const code = await issueCode(db, settings, user, 'confirmation', { limited });
    await context.sendMail('confirmation', user.email, code, redirectTo);
  };

  app.post('/signup', async (c) => {
    const body = await readBody(
      c,
      z.object({ email: emailField.optional(), password: z.string().optional(), data: metadataField.nullish() }),
    );
    if (!body.email) throw new AuthError(422, 'anonymous_provider_disabled', 'Anonymous sign-ins are disabled');
    if (!body.password) throw new AuthError(400, 'validation_failed', 'Signup requires a valid password');
    const { email, password, data } = body;
    checkPassword(settings, password);
    const redirectTo = safeRedirect(config, c.req.query('redirect_to'));
    const shown = await database.transaction(async (db) => {
      const known = await findUser(db, 'email', email);
      // A stranger must not learn who is registered: the answer looks like a new user without an identity.
      if (known?.confirmed_at) return obfuscated(email, data ?? {});
      const user = known ?? (await createUser(db, { email, password, userMetadata: data ?? {} }));
      await confirm(db, user, redirectTo, true);
      return presentUser(db, (await findUser(db, 'id', user.id)) ?? user);
    });
    return c.json(shown);
  });

  app.post('/resend', async (c) => {
    const body = await readBody(c, z.object({ type: z.enum(['signup', 'email_change']), email: emailField }));
    await database.transaction(async (db) => {
      const user = await findUser(db, 'email', body.email);
      if (body.type === 'signup' && user && !user.confirmed_at)
        await confirm(db, user, safeRedirect(config, c.req.query('redirect_to')), true);
    });
    return c.json({});
  });

  app.post('/recover', async (c) => {
    const { email } = await readBody(c, z.object({ email: emailField }));
    await database.transaction(async (db) => {
      const user = await findUser(db, 'email', email);
      if (!user) return;
      const code = await issueCode(db, settings, user, 'recovery', { limited: true });
      await context.sendMail('recovery', user.email, code, safeRedirect(config, c.req.query('redirect_to')));
    });
    return c.json({});
  });

  app.post('/otp', async (c) => {
    const body = await readBody(
      c,
      z.object({ email: emailField, create_user: z.boolean().default(true), data: metadataField.nullish() }),
    );
    const redirectTo = safeRedirect(config, c.req.query('redirect_to'));
    await database.transaction(async (db) => {
      const user = await findUser(db, 'email', body.email);
      if (!user && !body.create_user) throw new AuthError(422, 'otp_disabled', 'Signups not allowed for otp');
      if (!user?.confirmed_at)
        return confirm(
          db,
          user ?? (await createUser(db, { email: body.email, userMetadata: body.data ?? {} })),
          redirectTo,
          true,
        );
      const code = await issueCode(db, settings, user, 'recovery', { limited: true });
      await context.sendMail('magic_link', user.email, code, redirectTo);
    });
    return c.json({});
  });

  return app;
}

function obfuscated(email: string, userMetadata: Record<string, unknown>) {
  const now = new Date();
  return {
    id: randomUUID(),
    aud: 'authenticated',
    role: '',
    email,
    phone: '',
    confirmation_sent_at: now,
    app_metadata: { provider: 'email', providers: ['email'] },
    user_metadata: userMetadata,
    identities: [],
    created_at: now,
    updated_at: now,
    is_anonymous: false,
  };
}
