import type { InvitationState } from '@contracts/accept-invite.ts';
import { toAppError } from '~/lib/supabase/errors';

export type InvitationProblem =
  Exclude<InvitationState, 'open'> | 'unknown' | 'accountClosed' | 'accountOfStaff' | 'accountExists';

export const problemOf = (state: InvitationState): InvitationProblem | null => (state === 'open' ? null : state);

const ofCode: Record<string, InvitationProblem> = {
  invitation_unknown: 'unknown',
  account_not_open: 'accountClosed',
  account_is_staff: 'accountOfStaff',
  account_exists: 'accountExists',
};

/** Null: nothing about the invitation, so trying again may help. */
export const problemOfError = (error: unknown): InvitationProblem | null => ofCode[toAppError(error).code] ?? null;
