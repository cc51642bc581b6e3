import type { Context } from 'hono';
import { z } from 'zod';
import type { Caller } from '../api/callers.ts';
import type { ApiConfig } from '../api/config.ts';
import { authDatabase, type AuthDatabase, type Queryable } from './database.ts';
import { AuthError } from './errors.ts';
import { authMailer } from './mails.ts';
import type { SessionIssuer } from './sessions.ts';
import { readAuthSettings, type AuthSettings } from './settings.ts';
import { sessionExists } from './sessions.ts';
import { findUser, isBanned, type User } from './users.ts';

export interface AuthContext {
  config: ApiConfig;
  settings: AuthSettings;
  database: AuthDatabase;
  issuer: SessionIssuer;
  sendMail: ReturnType<typeof authMailer>;
}

export function authContext(config: ApiConfig): AuthContext {
  const settings = readAuthSettings();
  return {
    config,
    settings,
    database: authDatabase(config.databases.auth),
    issuer: { jwk: config.signingJwk, issuer: `${config.apiUrl}/auth/v1`, lifetimeSeconds: settings.jwt_expiry },
    sendMail: authMailer(config),
  };
}

export type AuthEnv = { Variables: { caller: Caller } };

export async function readBody<T extends z.ZodType>(c: Context, schema: T): Promise<z.infer<T>> {
  const text = await c.req.text();
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new AuthError(400, 'bad_json', 'Could not parse request body as JSON');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AuthError(
    400,
    'validation_failed',
    issue ? `${issue.path.join('.')}: ${issue.message}` : 'Invalid request',
  );
}

export const emailField = z.email({ error: 'Unable to validate email address: invalid format' }).max(255);
export const metadataField = z.record(z.string(), z.unknown());

export function checkPassword(settings: AuthSettings, password: string): void {
  if (password.length < settings.minimum_password_length) {
    const message = `Password should be at least ${settings.minimum_password_length} characters.`;
    throw new AuthError(422, 'weak_password', message, { weak_password: { reasons: ['length'] } });
  }
  // bcrypt reads no further.
  if (Buffer.byteLength(password) > 72)
    throw new AuthError(400, 'validation_failed', 'Password cannot be longer than 72 characters');
}

/** The signed-in person behind a request: token good, session not ended, account there and not banned. */
export async function requireUser(db: Queryable, caller: Caller): Promise<User> {
  if (!caller.token) throw new AuthError(401, 'no_authorization', 'This endpoint requires a valid Bearer token');
  const user = caller.claims.sub ? await findUser(db, 'id', caller.claims.sub) : null;
  if (!user) throw new AuthError(403, 'user_not_found', 'User from sub claim in JWT does not exist');
  if (!(await sessionExists(db, caller.claims.session_id))) {
    throw new AuthError(403, 'session_not_found', 'Session from session_id claim in JWT does not exist');
  }
  if (isBanned(user)) throw new AuthError(403, 'user_banned', 'User is banned');
  return user;
}

export function requireAdmin(caller: Caller): void {
  if (caller.role === 'service_role' && caller.key === 'secret') return;
  if (!caller.token) throw new AuthError(401, 'no_authorization', 'This endpoint requires a valid Bearer token');
  throw new AuthError(403, 'not_admin', 'User not allowed');
}

/** Only our own app may be the end of a link in a mail. */
export function safeRedirect(config: ApiConfig, wanted: string | undefined | null): string {
  const app = new URL(config.appUrl);
  try {
    const url = new URL(wanted ?? '');
    const local = ['localhost', '127.0.0.1'].includes(url.hostname) && url.port === app.port;
    return url.origin === app.origin || local ? url.href : config.appUrl;
  } catch {
    return config.appUrl;
  }
}
