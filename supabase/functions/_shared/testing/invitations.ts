import type { InvitationKind, InvitationState } from '../contracts/accept-invite.ts';
import type { NewAccount } from '../db/accounts.ts';
import type { FoundInvitation } from '../db/invitations.ts';
import { HttpError } from '../http/errors.ts';

export type FakeAccount = {
  id: string;
  kind: 'learner' | 'institution' | 'staff';
  status: 'active' | 'suspended' | 'erased';
  confirmed: boolean;
  signedIn: boolean;
  password: string;
  fullName: string;
  mark: string | null;
};

const email = 'priya@example.com';

/** One invitation and Auth in memory: a student joins by the account's confirmation alone, as the database's trigger has it. */
export function createFakeInvitation(kind: InvitationKind, tokenHash: string) {
  const world = {
    email,
    account: null as FakeAccount | null,
    ended: null as 'expired' | 'withdrawn' | null,
    joined: false,
    usedBy: null as string | null,
    consents: [] as string[],
    /** Runs before the next account is made: for what happens in between. */
    before: () => {},
    /** Makes the next call of that name fail as if the process had died there. */
    crash: null as 'accept' | 'finish' | null,
  };
  const confirm = () => {
    if (kind === 'student' && world.ended === null && world.account?.kind === 'learner') world.joined = true;
  };
  const state = (): InvitationState =>
    world.ended === 'withdrawn'
      ? 'withdrawn'
      : world.usedBy !== null || world.joined
        ? 'used'
        : (world.ended ?? 'open');
  const crashAt = (name: 'accept' | 'finish') => {
    if (world.crash !== name) return;
    world.crash = null;
    throw new TypeError('the process died');
  };
  const invitations = {
    look: async (hash: string): Promise<FoundInvitation | null> => {
      if (hash !== tokenHash) return null;
      const { account } = world;
      return {
        kind,
        state: state(),
        email,
        full_name: 'Priya Sharma',
        institution_name: 'Sample University',
        tracks: kind === 'student' ? [{ name: 'AI Foundations' }] : [],
        account: account && {
          user_id: account.id,
          kind: account.kind,
          status: account.status,
          confirmed: account.confirmed,
          signed_in: account.signedIn,
        },
      };
    },
    accept: async (hash: string, userId: string, consentVersion: string | null) => {
      crashAt('accept');
      if (hash !== tokenHash || userId !== world.account?.id) throw new HttpError(409, 'invitation_for_other', '');
      world.joined = true;
      world.usedBy = userId;
      if (consentVersion !== null) world.consents.push(consentVersion);
    },
  };
  const write = (account: NewAccount, more: Pick<FakeAccount, 'id' | 'kind' | 'status'>) => {
    const { password, fullName, madeBy: mark } = account;
    world.account = { ...more, confirmed: true, signedIn: false, password, fullName, mark };
    confirm();
  };
  const accounts = {
    madeBy: async () => world.account?.mark ?? null,
    create: async (account: NewAccount) => {
      world.before();
      if (world.account !== null) throw new HttpError(409, 'email_exists', 'There is an account.');
      const id = crypto.randomUUID();
      write(account, { id, kind: 'learner', status: 'active' });
      return id;
    },
    takeOver: async (id: string, account: NewAccount) => {
      if (world.account?.id !== id) throw new Error(`No account ${id}`);
      write(account, world.account);
    },
    finish: async () => {
      crashAt('finish');
      if (world.account) world.account.mark = null;
    },
  };
  const open = (more: Partial<FakeAccount> = {}): FakeAccount => {
    world.account = {
      id: crypto.randomUUID(),
      kind: 'learner',
      status: 'active',
      confirmed: true,
      signedIn: true,
      password: 'the one they chose',
      fullName: 'Priya S',
      mark: null,
      ...more,
    };
    return world.account;
  };
  return { world, invitations, accounts, open };
}
