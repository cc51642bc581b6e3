import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { invitationKindSchema, invitationStateSchema, type InvitationKind } from '../contracts/accept-invite.ts';
import { callRpc, callVoidRpc, checkAnswer } from './client.ts';
import { toDatabaseError } from './errors.ts';

const tracksSchema = z.array(z.object({ name: z.string() }));

/** What the mail says. `still_wanted` is false when there is nobody to invite any more. */
export const begunSchema = z.object({
  email: z.string(),
  full_name: z.string(),
  institution_name: z.string(),
  inviter_name: z.string().nullable(),
  tracks: tracksSchema,
  has_account: z.boolean(),
  still_wanted: z.boolean(),
  expires_at: z.string(),
});
export type BegunInvitation = z.infer<typeof begunSchema>;

/** An invitation whose institution is gone has kind and state only. */
export const foundSchema = z.object({
  kind: invitationKindSchema,
  state: invitationStateSchema,
  email: z.string().default(''),
  full_name: z.string().default(''),
  institution_name: z.string().default(''),
  tracks: tracksSchema.default([]),
  /** The account with this e-mail, confirmed or not. */
  account: z
    .object({
      user_id: z.uuid(),
      kind: z.enum(['learner', 'institution', 'staff']),
      status: z.enum(['active', 'suspended', 'erased']),
      confirmed: z.boolean(),
      signed_in: z.boolean(),
    })
    .nullable(),
});
export type FoundInvitation = z.infer<typeof foundSchema>;

const defaultProductName = 'AI Ready';
const brandingSchema = z.object({ value: z.object({ product_name: z.string().min(1).optional() }) });

export function createInvitationStore(client: SupabaseClient) {
  return {
    /** Keeps the hash; what was sent to this person before stops to work. Null: there is no such student or invitation. */
    begin: (kind: InvitationKind, subjectId: string, tokenHash: string): Promise<BegunInvitation | null> =>
      callRpc(
        client,
        'system_begin_invitation',
        { p_kind: kind, p_subject_id: subjectId, p_token_hash: tokenHash },
        begunSchema.nullable(),
      ),
    markSent: (kind: InvitationKind, subjectId: string): Promise<void> =>
      callVoidRpc(client, 'system_invitation_sent', { p_kind: kind, p_subject_id: subjectId }),
    async getProductName(): Promise<string> {
      const { data, error, status } = await client
        .from('app_settings')
        .select('value')
        .eq('key', 'branding')
        .maybeSingle();
      if (error) throw toDatabaseError(error, status);
      return checkAnswer('app_settings', data, brandingSchema.nullable())?.value.product_name ?? defaultProductName;
    },
    /** Null: no invitation has this token, or a newer one took its place. */
    look: (tokenHash: string): Promise<FoundInvitation | null> =>
      callRpc(client, 'system_look_at_invitation', { p_token_hash: tokenHash }, foundSchema.nullable()),
    /** By the same person again it changes nothing. The version is null for who agreed when they signed up. */
    accept: (tokenHash: string, userId: string, consentVersion: string | null): Promise<void> =>
      callVoidRpc(client, 'system_accept_invitation', {
        p_token_hash: tokenHash,
        p_user_id: userId,
        p_consent_version: consentVersion,
      }),
  };
}
export type InvitationStore = ReturnType<typeof createInvitationStore>;
