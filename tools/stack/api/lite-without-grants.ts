import type { PostgresConnection } from '@supabase/lite/postgres';

/**
 * Gap: at the first request Lite grants ALL on every table to the API roles, which hides a missing grant and undoes
 * column privileges. It does so while it finds out whether row-level security is in use; we tell it that it is.
 */
export function withoutGrants(connection: PostgresConnection): PostgresConnection {
  if (!Reflect.has(connection, 'rlsState')) throw new Error('@supabase/lite has changed: look at withoutGrants again');
  Reflect.set(connection, 'rlsState', 'active');
  return connection;
}
