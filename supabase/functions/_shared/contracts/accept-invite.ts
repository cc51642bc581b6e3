import { z } from 'zod';
import { isPasswordLongEnough, isPasswordShortEnough } from './password.ts';

export const invitationKindSchema = z.enum(['student', 'manager', 'staff']);
export type InvitationKind = z.infer<typeof invitationKindSchema>;

export const invitationStateSchema = z.enum(['open', 'used', 'expired', 'withdrawn']);
export type InvitationState = z.infer<typeof invitationStateSchema>;

/** Whatever stood in the link. One that cannot be ours is answered like one that nobody knows: 404 `invitation_unknown`. */
const token = z.string().min(1).max(400);

export const acceptInviteRequestSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('look'), token }),
  z.object({
    action: z.literal('accept'),
    token,
    /** For a new account, together with the two below; an account that exists keeps its own. */
    fullName: z.string().trim().min(2).max(120).optional(),
    password: z
      .string()
      .max(1000)
      .refine(isPasswordLongEnough, 'too_short')
      .refine(isPasswordShortEnough, 'too_long')
      .optional(),
    /** Version of the terms and the privacy notice that the page showed. */
    consentVersion: z.string().min(1).max(40).optional(),
  }),
]);
export type AcceptInviteRequest = z.input<typeof acceptInviteRequestSchema>;

export const lookAtInviteResponseSchema = z.object({
  kind: invitationKindSchema,
  email: z.string(),
  /** As the inviter wrote it; may be empty. */
  fullName: z.string(),
  /** For staff the name of the product. */
  institutionName: z.string(),
  /** Names of the tracks that the institution opens to a student. */
  tracks: z.array(z.string()),
  /** An account with this e-mail, confirmed by its owner, exists: no password is asked. */
  hasAccount: z.boolean(),
  state: invitationStateSchema,
});
export type LookAtInviteResponse = z.infer<typeof lookAtInviteResponseSchema>;

/**
 * Refusals: 404 `invitation_unknown`, 410 `invitation_expired` and `invitation_withdrawn`, 409 `account_not_open`,
 * `account_is_staff` and (for staff) `account_exists`, 422 `password_needed` (with `fields`) where a new account lacks what it needs, and `weak_password`. An
 * invitation that was accepted before is answered like one that is accepted now, and changes nothing.
 */
export const acceptInviteResponseSchema = z.object({
  email: z.string(),
  kind: invitationKindSchema,
  /** True: the account was there before and kept its password. */
  hasAccount: z.boolean(),
});
export type AcceptInviteResponse = z.infer<typeof acceptInviteResponseSchema>;
