import type { SupabaseClient } from '@supabase/supabase-js';
import { HttpError } from '../http/errors.ts';
import { toDatabaseError } from './errors.ts';

export type NewAccount = {
  email: string;
  fullName: string;
  password: string;
  consentVersion: string;
  /** Hash of the invitation by which the account is made: tells until `finish` that it was this one. */
  madeBy: string;
};

const markOf = (metadata: Record<string, unknown>) =>
  typeof metadata.invitation === 'string' ? metadata.invitation : null;

/** Accounts at Auth, under the service's rights. The mark stands in `app_metadata`, which only the server can write. */
export function createAccountStore(client: SupabaseClient) {
  const { admin } = client.auth;
  return {
    /** The hash of the invitation that made the account and is not yet accepted. */
    async madeBy(userId: string): Promise<string | null> {
      const { data, error } = await admin.getUserById(userId);
      if (error) throw toAccountError(error);
      return markOf(data.user.app_metadata);
    },
    /** A confirmed account: who sent the token back reads that mailbox. Throws 409 `email_exists`. */
    async create(account: NewAccount): Promise<string> {
      const { data, error } = await admin.createUser({
        email: account.email,
        password: account.password,
        email_confirm: true,
        user_metadata: { full_name: account.fullName, consent_version: account.consentVersion },
        app_metadata: { invitation: account.madeBy },
      });
      if (error) throw toAccountError(error);
      return data.user.id;
    },
    /**
     * For an account that somebody opened with this address and never confirmed, and for one that this invitation made but did not
     * come to finish: nothing that was typed before stays, neither the password nor the details.
     */
    async takeOver(userId: string, account: NewAccount): Promise<void> {
      const nobodys = { phone: null, organization: null, designation: null, location: null };
      const { error: refused, status } = await client
        .from('profiles')
        .update({ full_name: account.fullName, ...nobodys })
        .eq('user_id', userId);
      if (refused) throw toDatabaseError(refused, status);
      const { error } = await admin.updateUserById(userId, {
        password: account.password,
        email_confirm: true,
        user_metadata: { full_name: account.fullName, consent_version: account.consentVersion, ...nobodys },
        app_metadata: { invitation: account.madeBy },
      });
      if (error) throw toAccountError(error);
    },
    /** Takes the mark away: from now on the token sets no password. */
    async finish(userId: string): Promise<void> {
      const { error } = await admin.updateUserById(userId, { app_metadata: { invitation: null } });
      if (error) throw toAccountError(error);
    },
  };
}
export type AccountStore = ReturnType<typeof createAccountStore>;

function toAccountError(error: { code?: string | undefined; status?: number | undefined; message: string }): HttpError {
  if (error.code === 'email_exists' || error.code === 'user_already_exists') {
    return new HttpError(409, 'email_exists', 'There is an account with this e-mail address.');
  }
  if (error.code === 'weak_password') {
    return new HttpError(422, 'weak_password', 'This password is too easy to guess. Choose another one.', {
      password: 'weak',
    });
  }
  const fault = new HttpError(503, 'auth_unavailable', 'Accounts cannot be reached at the moment. Try again shortly.');
  fault.cause = `auth ${error.status ?? 0} ${error.code ?? ''}`;
  return fault;
}
