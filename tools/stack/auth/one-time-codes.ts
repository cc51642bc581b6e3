import { createHash, randomInt } from 'node:crypto';
import type { Queryable } from './database.ts';
import { AuthError, otpExpired } from './errors.ts';
import type { AuthSettings } from './settings.ts';
import { findUser, type User } from './users.ts';

/** A sign-up or an invitation waits in the confirmation columns, a recovery or magic link in the recovery columns. */
export type CodeSlot = 'confirmation' | 'recovery';

export const verifyTypes = ['signup', 'invite', 'magiclink', 'recovery', 'email'] as const;
export type VerifyType = (typeof verifyTypes)[number];

const slotsOf: Record<VerifyType, CodeSlot[]> = {
  signup: ['confirmation'],
  invite: ['confirmation'],
  magiclink: ['recovery'],
  recovery: ['recovery'],
  email: ['confirmation', 'recovery'],
};

export interface OneTimeCode {
  /** The digits that a person types. */
  code: string;
  /** What a link carries in their place. */
  hash: string;
}

export async function issueCode(
  db: Queryable,
  settings: AuthSettings,
  user: User,
  slot: CodeSlot,
  options: { limited: boolean },
): Promise<OneTimeCode> {
  const last = slot === 'confirmation' ? user.confirmation_sent_at : user.recovery_sent_at;
  const waitMs = last && options.limited ? last.getTime() + settings.max_frequency * 1000 - Date.now() : 0;
  if (waitMs > 0) {
    const message = `For security purposes, you can only request this after ${Math.ceil(waitMs / 1000)} seconds.`;
    throw new AuthError(429, 'over_email_send_rate_limit', message);
  }
  const code = String(randomInt(10 ** settings.otp_length)).padStart(settings.otp_length, '0');
  const hash = hashOf(user.email, code);
  await db.query(
    `update auth.users set ${slot}_token = $2, ${slot}_sent_at = now(), updated_at = now() where id = $1`,
    [user.id, hash],
  );
  return { code, hash };
}

export type Redemption = { type: VerifyType } & ({ email: string; token: string } | { hash: string });

/** Gives the person whose code it is and uses it up; wrong, used and expired look the same to the caller. */
export async function redeemCode(db: Queryable, settings: AuthSettings, redemption: Redemption): Promise<User> {
  const hash = 'hash' in redemption ? redemption.hash : hashOf(redemption.email, redemption.token);
  if (!/^[0-9a-f]{56}$/.test(hash)) throw otpExpired();
  for (const slot of slotsOf[redemption.type]) {
    const { rows } = await db.query<{ id: string }>(
      `update auth.users set ${slot}_token = '' where ${slot}_token = $1 and ${slot}_sent_at > now() - make_interval(secs => $2)
         and deleted_at is null returning id`,
      [hash, settings.otp_expiry],
    );
    const user = rows[0] && (await findUser(db, 'id', rows[0].id));
    if (user) return user;
  }
  throw otpExpired();
}

function hashOf(email: string, code: string): string {
  return createHash('sha224')
    .update(email.toLowerCase() + code)
    .digest('hex');
}
