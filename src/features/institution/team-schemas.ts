import * as z from 'zod/mini';

const managerSchema = z.object({
  user_id: z.string(),
  full_name: z.string(),
  email: z.string(),
  added_at: z.string(),
  /** The person who asks. */
  me: z.boolean(),
});
export type Manager = z.infer<typeof managerSchema>;

const invitationSchema = z.object({
  id: z.string(),
  email: z.string(),
  full_name: z.string(),
  created_at: z.string(),
  /** Null until the mail has left. */
  sent_at: z.nullable(z.string()),
  expires_at: z.nullable(z.string()),
});
export type ManagerInvitation = z.infer<typeof invitationSchema>;

export const teamSchema = z.object({ managers: z.array(managerSchema), invitations: z.array(invitationSchema) });

/** Messages are keys of the `institution` texts. */
export const inviteManagerFaults = [
  'team.invite.nameMissing',
  'team.invite.nameLong',
  'team.invite.emailWrong',
] as const;

export const inviteManagerSchema = z.object({
  fullName: z
    .string()
    .check(z.trim(), z.minLength(1, 'team.invite.nameMissing'), z.maxLength(200, 'team.invite.nameLong')),
  email: z.string().check(z.trim(), z.maxLength(320, 'team.invite.emailWrong'), z.email('team.invite.emailWrong')),
});
export type InviteManagerForm = z.infer<typeof inviteManagerSchema>;
