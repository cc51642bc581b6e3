import { Hono } from 'hono';
import { z } from 'zod';
import { emailField, readBody, safeRedirect, type AuthContext, type AuthEnv } from './context.ts';
import { AuthError, userBanned } from './errors.ts';
import { redeemCode, verifyTypes, type Redemption } from './one-time-codes.ts';
import { openSession } from './sessions.ts';
import { isBanned, updateUser } from './users.ts';

/** Turns a code from a mail into a session: typed (POST) or followed as a link (GET). */
export function verifyRoutes(context: AuthContext) {
  const { database, settings, config, issuer } = context;
  const app = new Hono<AuthEnv>();

  const redeem = (redemption: Redemption, userAgent: string | null) =>
    database.transaction(async (db) => {
      const user = await redeemCode(db, settings, redemption);
      if (isBanned(user)) throw userBanned();
      const confirmed = user.email_confirmed_at ? user : await updateUser(db, user.id, { confirm: true });
      return openSession(db, issuer, confirmed, 'otp', userAgent);
    });

  app.post('/verify', async (c) => {
    const body = await readBody(
      c,
      z.object({
        type: z.enum(verifyTypes),
        email: emailField.optional(),
        token: z.string().optional(),
        token_hash: z.string().optional(),
      }),
    );
    const { type, email, token, token_hash: hash } = body;
    if (hash) return c.json(await redeem({ type, hash }, c.req.header('user-agent') ?? null));
    if (!email || !token) throw new AuthError(400, 'validation_failed', 'Verify requires a token or a token hash');
    return c.json(await redeem({ type, email, token }, c.req.header('user-agent') ?? null));
  });

  app.get('/verify', async (c) => {
    const target = new URL(safeRedirect(config, c.req.query('redirect_to')));
    const type = verifyTypes.find((name) => name === c.req.query('type'));
    try {
      if (!type) throw new AuthError(400, 'validation_failed', 'Verify requires a verification type');
      const session = await redeem({ type, hash: c.req.query('token') ?? '' }, c.req.header('user-agent') ?? null);
      const { access_token, refresh_token, expires_in, expires_at, token_type } = session;
      target.hash = new URLSearchParams({
        access_token,
        expires_at: String(expires_at),
        expires_in: String(expires_in),
        refresh_token,
        token_type,
        type,
      }).toString();
    } catch (error) {
      if (!(error instanceof AuthError)) throw error;
      target.hash = new URLSearchParams({
        error: 'access_denied',
        error_code: error.code,
        error_description: 'Email link is invalid or has expired',
      }).toString();
    }
    return c.redirect(target.href, 303);
  });

  return app;
}
