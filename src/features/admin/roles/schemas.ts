import { z } from 'zod';

const text = z.string();

export const permissionSchema = z.object({ id: text, description: text });
export type Permission = z.infer<typeof permissionSchema>;

export const roleSchema = z.object({
  id: text,
  name: text,
  description: text,
  system: z.boolean(),
  /** Which state was seen; a change names it. */
  version: z.int(),
  permissions: z.array(text),
  holders: z.int(),
});
export type Role = z.infer<typeof roleSchema>;

export const rolesSchema = z.object({ permissions: z.array(permissionSchema), roles: z.array(roleSchema) });
export type Roles = z.infer<typeof rolesSchema>;

const heldRoleSchema = z.object({ id: text, name: text, granted_at: text, granted_by: z.nullable(text) });

export const staffSchema = z.object({
  id: text,
  full_name: text,
  email: text,
  status: z.enum(['active', 'suspended', 'erased']),
  me: z.boolean(),
  since: text,
  roles: z.array(heldRoleSchema),
});
export type Staff = z.infer<typeof staffSchema>;

export const staffListSchema = z.object({ total: z.int(), rows: z.array(staffSchema) });

export const invitationSchema = z.object({
  id: text,
  email: text,
  full_name: text,
  created_at: text,
  sent_at: z.nullable(text),
  expires_at: z.nullable(text),
  invited_by: z.nullable(text),
  /** False once whoever invited could no longer give these roles. */
  stands: z.boolean(),
  roles: z.array(z.object({ id: text, name: text })),
});
export type StaffInvitation = z.infer<typeof invitationSchema>;
export const invitationsSchema = z.array(invitationSchema);
