import type { Permission } from '../schemas';

const areas = [
  'users',
  'identity',
  'enrolments',
  'catalogue',
  'tests',
  'exams',
  'certificates',
  'payments',
  'coupons',
  'institutions',
  'leads',
  'bulk',
  'analytics',
  'roles',
  'settings',
  'audit',
  'outbox',
] as const;
type Area = (typeof areas)[number];
export type PermissionGroup = { id: string; area: Area | null; permissions: Permission[] };

const prefixOf = ({ id }: Permission) => id.slice(0, id.indexOf('.'));

/** Permissions by the part of the product that they open, in the order of the console; one that we do not know comes last by itself. */
export function groupByArea(permissions: readonly Permission[]): PermissionGroup[] {
  const known = areas.map((area) => ({
    id: area,
    area,
    permissions: permissions.filter((permission) => prefixOf(permission) === area),
  }));
  const prefixes = [...new Set(permissions.map(prefixOf))].filter((prefix) => areas.every((area) => area !== prefix));
  const unknown = prefixes.map((prefix) => ({
    id: prefix,
    area: null,
    permissions: permissions.filter((permission) => prefixOf(permission) === prefix),
  }));
  return [...known.filter((group) => group.permissions.length > 0), ...unknown];
}

/** What somebody lacks of a role: only who holds everything in it may give, take or edit it. */
export const missingOf = (permissions: readonly string[], held: readonly string[]): string[] =>
  permissions.filter((permission) => !held.includes(permission));
