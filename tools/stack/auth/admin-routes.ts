import { Hono } from 'hono';
import { z } from 'zod';
import {
  checkPassword,
  emailField,
  metadataField,
  readBody,
  requireAdmin,
  safeRedirect,
  type AuthContext,
  type AuthEnv,
} from './context.ts';
import { AuthError, emailExists, userNotFound } from './errors.ts';
import { confirmationUrl } from './mails.ts';
import { issueCode } from './one-time-codes.ts';
import { closeSessions } from './sessions.ts';
import { createUser, findUser, listUsers, presentUser, updateUser } from './users.ts';

const attributes = z.object({
  id: z.uuid().optional(),
  email: emailField.optional(),
  password: z.string().optional(),
  email_confirm: z.boolean().optional(),
  user_metadata: metadataField.optional(),
  app_metadata: metadataField.optional(),
  ban_duration: z.string().optional(),
});

/** `auth.admin.*` of supabase-js. Every one asks for the secret key. */
export function adminRoutes(context: AuthContext) {
  const { database, settings, config } = context;
  const app = new Hono<AuthEnv>();
  app.use('/admin/*', async (c, next) => {
    requireAdmin(c.get('caller'));
    await next();
  });

  app.get('/admin/users', async (c) => {
    const page = Math.max(1, Number(c.req.query('page')) || 1);
    const perPage = Math.min(1000, Math.max(1, Number(c.req.query('per_page')) || 50));
    const answer = await database.transaction(async (db) => {
      const { users, total } = await listUsers(db, page, perPage);
      const shown = [];
      for (const user of users) shown.push(await presentUser(db, user));
      return { shown, total };
    });
    const last = Math.max(1, Math.ceil(answer.total / perPage));
    const links = [...(page < last ? [{ to: page + 1, rel: 'next' }] : []), { to: last, rel: 'last' }];
    c.header('x-total-count', String(answer.total));
    c.header(
      'link',
      links.map(({ to, rel }) => `</admin/users?page=${to}&per_page=${perPage}>; rel="${rel}"`).join(', '),
    );
    return c.json({ users: answer.shown, aud: 'authenticated' });
  });

  app.post('/admin/users', async (c) => {
    const body = await readBody(c, attributes);
    const { email } = body;
    if (!email) throw new AuthError(400, 'validation_failed', 'Cannot create a user without an email address');
    if (body.password !== undefined) checkPassword(settings, body.password);
    const shown = await database.transaction(async (db) => {
      const user = await createUser(db, {
        id: body.id,
        email,
        password: body.password,
        userMetadata: body.user_metadata,
        appMetadata: body.app_metadata,
        confirmed: body.email_confirm,
      });
      return presentUser(
        db,
        body.ban_duration ? await updateUser(db, user.id, { bannedUntil: bannedUntil(body.ban_duration) }) : user,
      );
    });
    return c.json(shown);
  });

  app.get('/admin/users/:id', async (c) => {
    const shown = await database.transaction(async (db) => presentUser(db, await existing(db, c.req.param('id'))));
    return c.json(shown);
  });

  app.put('/admin/users/:id', async (c) => {
    const body = await readBody(c, attributes);
    if (body.password !== undefined) checkPassword(settings, body.password);
    const shown = await database.transaction(async (db) => {
      const user = await existing(db, c.req.param('id'));
      const changed = await updateUser(db, user.id, {
        email: body.email,
        password: body.password,
        userMetadata: body.user_metadata,
        appMetadata: body.app_metadata,
        confirm: body.email_confirm,
        bannedUntil: body.ban_duration === undefined ? undefined : bannedUntil(body.ban_duration),
      });
      if (body.password !== undefined) await closeSessions(db, user.id, 'global', null);
      return presentUser(db, changed);
    });
    return c.json(shown);
  });

  app.delete('/admin/users/:id', async (c) => {
    const { should_soft_delete: soft } = await readBody(
      c,
      z.object({ should_soft_delete: z.boolean().default(false) }),
    );
    await database.transaction(async (db) => {
      const user = await existing(db, c.req.param('id'));
      await closeSessions(db, user.id, 'global', null);
      await db.query(
        soft ? 'update auth.users set deleted_at = now() where id = $1' : 'delete from auth.users where id = $1',
        [user.id],
      );
    });
    return c.json({});
  });

  app.post('/invite', async (c) => {
    requireAdmin(c.get('caller'));
    const body = await readBody(c, z.object({ email: emailField, data: metadataField.nullish() }));
    const shown = await database.transaction(async (db) => {
      const known = await findUser(db, 'email', body.email);
      if (known?.confirmed_at) throw emailExists();
      const user = known ?? (await createUser(db, { email: body.email, userMetadata: body.data ?? {}, invited: true }));
      const code = await issueCode(db, settings, user, 'confirmation', { limited: false });
      await context.sendMail('invite', user.email, code, safeRedirect(config, c.req.query('redirect_to')));
      return presentUser(db, (await findUser(db, 'id', user.id)) ?? user);
    });
    return c.json(shown);
  });

  app.post('/admin/generate_link', async (c) => {
    const body = await readBody(
      c,
      z.object({
        type: z.enum(['signup', 'invite', 'magiclink', 'recovery']),
        email: emailField,
        password: z.string().optional(),
        data: metadataField.nullish(),
        redirect_to: z.string().optional(),
      }),
    );
    const redirectTo = safeRedirect(config, body.redirect_to ?? c.req.query('redirect_to'));
    const { type } = body;
    const answer = await database.transaction(async (db) => {
      const known = await findUser(db, 'email', body.email);
      const creates = type === 'signup' || type === 'invite';
      if (creates && known?.confirmed_at) throw emailExists();
      if (!creates && !known) throw userNotFound();
      const user =
        known ??
        (await createUser(db, {
          email: body.email,
          password: body.password,
          userMetadata: body.data ?? {},
          invited: type === 'invite',
        }));
      const code = await issueCode(db, settings, user, creates ? 'confirmation' : 'recovery', { limited: false });
      return {
        ...(await presentUser(db, user)),
        action_link: confirmationUrl(config, type, code, redirectTo),
        email_otp: code.code,
        hashed_token: code.hash,
        redirect_to: redirectTo,
        verification_type: type,
      };
    });
    return c.json(answer);
  });

  return app;
}

async function existing(db: Parameters<typeof findUser>[0], id: string) {
  const user = z.uuid().safeParse(id).success ? await findUser(db, 'id', id) : null;
  if (!user) throw userNotFound();
  return user;
}

/** `none` lifts a ban; otherwise a duration as Go writes it: `24h`, `1h30m`. */
function bannedUntil(duration: string): Date | null {
  if (duration === 'none') return null;
  const units: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  if (parts.length === 0) throw new AuthError(400, 'validation_failed', 'invalid format for ban_duration');
  return new Date(
    Date.now() + parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? ''] ?? 0), 0),
  );
}
