import type { AcceptInviteResponse } from '../_shared/contracts/accept-invite.ts';
import type { NewAccount } from '../_shared/db/accounts.ts';
import { HttpError } from '../_shared/http/errors.ts';
import type { Found, InvitationDeps } from './look.ts';

type Given = { fullName?: string | undefined; password?: string | undefined; consentVersion?: string | undefined };

const over = {
  expired: () => new HttpError(410, 'invitation_expired', 'This invitation is too old. Ask for a new one.'),
  withdrawn: () => new HttpError(410, 'invitation_withdrawn', 'This invitation was withdrawn.'),
};

/**
 * First the account, then the invitation: a crash between the two leaves an account that the same token finishes. Accepting again
 * changes nothing.
 */
export async function acceptInvitation(
  deps: InvitationDeps,
  tokenHash: string,
  found: Found,
  given: Given,
): Promise<AcceptInviteResponse> {
  const { email, kind, state } = found;
  if (state === 'expired' || state === 'withdrawn') throw over[state]();
  const answer = { email, kind };
  if (state === 'used') return { ...answer, hasAccount: true };
  if (found.account === 'own' && found.userId !== null) {
    await deps.invitations.accept(tokenHash, found.userId, null);
    return { ...answer, hasAccount: true };
  }
  const account = newAccount(found, given, tokenHash);
  const userId = found.userId ?? (await deps.accounts.create(account));
  if (found.userId !== null) await deps.accounts.takeOver(userId, account);
  await deps.invitations.accept(tokenHash, userId, account.consentVersion);
  // Without it the account only stays unfinished until its first sign-in, which follows at once.
  await deps.accounts.finish(userId).catch(() => undefined);
  return { ...answer, hasAccount: false };
}

function newAccount({ email }: Found, given: Given, madeBy: string): NewAccount {
  const { fullName, password, consentVersion } = given;
  if (fullName !== undefined && password !== undefined && consentVersion !== undefined) {
    return { email, fullName, password, consentVersion, madeBy };
  }
  const missing = Object.entries({ fullName, password, consentVersion }).filter(([, value]) => value === undefined);
  throw new HttpError(
    422,
    'password_needed',
    'A new account needs a name, a password and your consent.',
    Object.fromEntries(missing.map(([field]) => [field, 'missing'])),
  );
}
