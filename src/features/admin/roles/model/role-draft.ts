import type { Role } from '../schemas';

export type RoleDraft = { name: string; description: string; permissions: string[] };

export type DraftFault = 'invalid_name' | 'invalid_description' | 'permissions_needed';

/** As the database judges it, so that a reason is not asked for in vain. */
export function faultsOf({ name, description, permissions }: RoleDraft): DraftFault[] {
  const length = name.trim().length;
  return [
    ...(length < 2 || length > 60 ? (['invalid_name'] as const) : []),
    ...(description.trim().length > 300 ? (['invalid_description'] as const) : []),
    ...(permissions.length === 0 ? (['permissions_needed'] as const) : []),
  ];
}

/** A new role begins with what it is a copy of, as far as the person holds that. */
export const copyOf = (role: Role, name: string, held: readonly string[]): RoleDraft => ({
  name: name.slice(0, 60),
  description: role.description,
  permissions: role.permissions.filter((permission) => held.includes(permission)),
});

export const emptyDraft: RoleDraft = { name: '', description: '', permissions: [] };

export const draftOf = ({ name, description, permissions }: Role): RoleDraft => ({ name, description, permissions });

export function isChanged(draft: RoleDraft, role: Role): boolean {
  const sorted = (permissions: readonly string[]) => permissions.toSorted().join(' ');
  return (
    draft.name.trim() !== role.name ||
    draft.description.trim() !== role.description ||
    sorted(draft.permissions) !== sorted(role.permissions)
  );
}

export const toggled = (draft: RoleDraft, permission: string): RoleDraft => ({
  ...draft,
  permissions: draft.permissions.includes(permission)
    ? draft.permissions.filter((each) => each !== permission)
    : [...draft.permissions, permission],
});
