import type { InvitationKind, LookAtInviteResponse } from '../_shared/contracts/accept-invite.ts';
import type { AccountStore } from '../_shared/db/accounts.ts';
import type { FoundInvitation, InvitationStore } from '../_shared/db/invitations.ts';
import { HttpError } from '../_shared/http/errors.ts';

export type InvitationDeps = {
  invitations: Pick<InvitationStore, 'look' | 'accept'>;
  accounts: Pick<AccountStore, 'madeBy' | 'create' | 'takeOver' | 'finish'>;
};

/**
 * `own`: an account that its person uses; its password is theirs. `opened`: somebody signed up with the address and never
 * confirmed it. `unfinished`: this invitation made it, and nobody has signed in or accepted since.
 */
export type AccountState = 'none' | 'own' | 'opened' | 'unfinished';

export type Found = Omit<FoundInvitation, 'account'> & {
  account: AccountState;
  userId: string | null;
};

/** The same words for a token that never was one, that nobody knows, and that a newer one replaced. */
export const unknown = () =>
  new HttpError(404, 'invitation_unknown', 'This link does not open an invitation. Use the newest mail you have.');

export async function find(deps: InvitationDeps, tokenHash: string): Promise<Found> {
  const invitation = await deps.invitations.look(tokenHash);
  if (!invitation) throw unknown();
  const { account, ...rest } = invitation;
  if (account === null) return { ...rest, account: 'none', userId: null };
  requireFit(invitation.kind, account);
  const state = await stateOf(deps, account, tokenHash);
  if (invitation.kind === 'staff' && invitation.state === 'open')
    await requireOwnMaking(deps, state, account, tokenHash);
  return {
    ...rest,
    // The student was attached when the account was made: accepted is what the person comes to do only now.
    state: state === 'unfinished' && rest.state === 'used' ? 'open' : rest.state,
    account: state,
    userId: account.user_id,
  };
}

/** Asked before anything is touched: an account of staff must not get its password here either. */
function requireFit(kind: InvitationKind, account: NonNullable<FoundInvitation['account']>) {
  if (kind === 'manager' && account.kind === 'staff') {
    throw new HttpError(409, 'account_is_staff', 'An account of staff cannot act for an institution.');
  }
  if (account.status !== 'active' || (kind === 'student' && account.kind !== 'learner')) {
    throw new HttpError(409, 'account_not_open', 'The account with this e-mail address cannot take up the invitation.');
  }
}

/** An account that is used otherwise never becomes one of staff: only one that this invitation made, or that nobody confirmed. */
async function requireOwnMaking(
  deps: InvitationDeps,
  state: AccountState,
  account: NonNullable<FoundInvitation['account']>,
  tokenHash: string,
) {
  const fits = state !== 'own' || (await deps.accounts.madeBy(account.user_id)) === tokenHash;
  if (account.kind === 'learner' && fits) return;
  throw new HttpError(409, 'account_exists', 'There is an account with this e-mail address already.');
}

async function stateOf(
  deps: InvitationDeps,
  account: NonNullable<FoundInvitation['account']>,
  tokenHash: string,
): Promise<AccountState> {
  if (!account.confirmed) return 'opened';
  if (account.signed_in) return 'own';
  return (await deps.accounts.madeBy(account.user_id)) === tokenHash ? 'unfinished' : 'own';
}

/** What an invitation that is over still tells is only which one it was. */
export function toLookResponse(found: Found): LookAtInviteResponse {
  const open = found.state === 'open';
  return {
    kind: found.kind,
    email: found.email,
    fullName: open ? found.full_name : '',
    institutionName: found.institution_name,
    tracks: open ? found.tracks.map(({ name }) => name) : [],
    hasAccount: found.account === 'own',
    state: found.state,
  };
}
