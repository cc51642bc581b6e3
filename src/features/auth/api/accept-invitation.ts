import { acceptInviteResponseSchema, type AcceptInviteResponse } from '@contracts/accept-invite.ts';
import { invoke } from '~/lib/supabase/invoke';

/** What a new account needs. An account that exists keeps its own. */
export type NewAccount = { fullName: string; password: string; consentVersion: string };

/** Accepting again changes nothing. Throws `invitation_*`, `account_not_open`, `account_is_staff`, `weak_password`. */
export const acceptInvitation = (token: string, account: NewAccount | null): Promise<AcceptInviteResponse> =>
  invoke('accept-invite', { action: 'accept', token, ...account }, acceptInviteResponseSchema);
