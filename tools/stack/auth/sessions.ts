import { randomBytes, randomUUID } from 'node:crypto';
import { signAccessToken } from '../api/tokens.ts';
import type { SigningJwk } from '../api/config.ts';
import type { Queryable } from './database.ts';
import { AuthError, userBanned } from './errors.ts';
import { findUser, isBanned, presentUser, type User } from './users.ts';

export interface SessionIssuer {
  jwk: SigningJwk;
  issuer: string;
  lifetimeSeconds: number;
}

/** A refresh token used twice within this time is a lost answer or a second tab, not a theft. */
const reuseSeconds = 10;

export async function openSession(
  db: Queryable,
  issuer: SessionIssuer,
  user: User,
  method: 'password' | 'otp',
  userAgent: string | null,
) {
  const sessionId = randomUUID();
  await db.query(
    `insert into auth.sessions (id, user_id, created_at, updated_at, aal, user_agent, tag) values ($1, $2, now(), now(), 'aal1', $3, $4)`,
    [sessionId, user.id, userAgent, method],
  );
  await db.query('update auth.users set last_sign_in_at = now(), updated_at = now() where id = $1', [user.id]);
  const refreshToken = await addRefreshToken(db, user.id, sessionId, null);
  return presentSession(db, issuer, user.id, sessionId, refreshToken, method);
}

export async function refreshSession(db: Queryable, issuer: SessionIssuer, token: string) {
  const {
    rows: [known],
  } = await db.query<{ user_id: string; session_id: string; revoked: boolean; fresh: boolean; tag: string | null }>(
    `select t.user_id, t.session_id, t.revoked, t.updated_at > now() - make_interval(secs => $2) as fresh, s.tag
     from auth.refresh_tokens t join auth.sessions s on s.id = t.session_id where t.token = $1 for update of t`,
    [token, reuseSeconds],
  );
  if (!known) throw new AuthError(400, 'refresh_token_not_found', 'Invalid Refresh Token: Refresh Token Not Found');
  const user = await findUser(db, 'id', known.user_id);
  if (!user) throw new AuthError(400, 'refresh_token_not_found', 'Invalid Refresh Token: Refresh Token Not Found');
  if (isBanned(user)) throw userBanned();
  const method = known.tag === 'password' ? 'password' : 'otp';
  if (known.revoked) {
    const {
      rows: [successor],
    } = await db.query<{ token: string }>(
      'select token from auth.refresh_tokens where session_id = $1 and not revoked order by id desc limit 1',
      [known.session_id],
    );
    if (known.fresh && successor)
      return { session: await presentSession(db, issuer, user.id, known.session_id, successor.token, method) };
    await db.query('update auth.refresh_tokens set revoked = true, updated_at = now() where session_id = $1', [
      known.session_id,
    ]);
    return { refused: new AuthError(400, 'refresh_token_already_used', 'Invalid Refresh Token: Already Used') };
  }
  await db.query('update auth.refresh_tokens set revoked = true, updated_at = now() where token = $1', [token]);
  await db.query('update auth.sessions set refreshed_at = now(), updated_at = now() where id = $1', [known.session_id]);
  const next = await addRefreshToken(db, user.id, known.session_id, token);
  return { session: await presentSession(db, issuer, user.id, known.session_id, next, method) };
}

export async function sessionExists(db: Queryable, sessionId: unknown): Promise<boolean> {
  if (typeof sessionId !== 'string') return false;
  const { rowCount } = await db.query('select from auth.sessions where id = $1', [sessionId]);
  return rowCount === 1;
}

export async function closeSessions(
  db: Queryable,
  userId: string,
  which: 'global' | 'local' | 'others',
  sessionId: unknown,
): Promise<void> {
  const condition = { global: 'true', local: 'id = $2::uuid', others: 'id <> $2::uuid' }[which];
  await db.query(`delete from auth.sessions where user_id = $1 and ($2::uuid is null or ${condition})`, [
    userId,
    sessionId ?? null,
  ]);
}

async function addRefreshToken(
  db: Queryable,
  userId: string,
  sessionId: string,
  parent: string | null,
): Promise<string> {
  const token = randomBytes(16).toString('base64url');
  await db.query(
    `insert into auth.refresh_tokens (instance_id, token, user_id, revoked, created_at, updated_at, parent, session_id)
     values ('00000000-0000-0000-0000-000000000000', $1, $2, false, now(), now(), $3, $4)`,
    [token, userId, parent, sessionId],
  );
  return token;
}

async function presentSession(
  db: Queryable,
  issuer: SessionIssuer,
  userId: string,
  sessionId: string,
  refreshToken: string,
  method: 'password' | 'otp',
) {
  const user = await findUser(db, 'id', userId);
  if (!user) throw new AuthError(404, 'user_not_found', 'User not found');
  const now = Math.floor(Date.now() / 1000);
  const expiresAt = now + issuer.lifetimeSeconds;
  const accessToken = await signAccessToken(issuer.jwk, {
    iss: issuer.issuer,
    sub: user.id,
    aud: user.aud,
    exp: expiresAt,
    iat: now,
    email: user.email,
    phone: '',
    app_metadata: user.raw_app_meta_data ?? {},
    user_metadata: user.raw_user_meta_data ?? {},
    role: user.role,
    aal: 'aal1',
    amr: [{ method, timestamp: now }],
    session_id: sessionId,
    is_anonymous: false,
  });
  return {
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: issuer.lifetimeSeconds,
    expires_at: expiresAt,
    refresh_token: refreshToken,
    user: await presentUser(db, user),
  };
}
