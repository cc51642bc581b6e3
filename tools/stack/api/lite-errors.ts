import { AsyncLocalStorage } from 'node:async_hooks';
import { inspect } from 'node:util';
import type { PostgresConnection } from '@supabase/lite/postgres';
import type { Role } from './callers.ts';

/** What Postgres says about a failed statement; written to a log it shows its code only, for texts hold people's data. */
class DatabaseFailure extends Error {
  readonly code: string;
  readonly detail: string | null;
  readonly hint: string | null;

  constructor(error: Error & { code: string }) {
    super(error.message);
    this.code = error.code;
    this.detail = 'detail' in error && typeof error.detail === 'string' ? error.detail : null;
    this.hint = 'hint' in error && typeof error.hint === 'string' ? error.hint : null;
  }

  [inspect.custom](): string {
    return `database error ${this.code}`;
  }
}

/**
 * Gap: an error raised by a function reaches the client as `{code: 'SUP', message: 'PostgresError: …'}` without its
 * details. PostgREST gives code, message, details and hint as raised, with a status by SQLSTATE.
 */
export function faithfulErrors(connection: PostgresConnection) {
  const failures = new AsyncLocalStorage<{ last: DatabaseFailure | null }>();
  const normalize = connection.normalizeDbError.bind(connection);
  connection.normalizeDbError = (raw: unknown) => {
    const error: unknown = normalize(raw);
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
    const failure = new DatabaseFailure(Object.assign(error, { code: error.code }));
    const store = failures.getStore();
    if (store) store.last = failure;
    return /^[0-9A-Z]{5}$/.test(failure.code) ? failure : error;
  };

  return async (role: Role, run: () => Promise<Response>): Promise<Response> => {
    const store: { last: DatabaseFailure | null } = { last: null };
    const response = await failures.run(store, run);
    if (response.ok || !store.last) return response;
    const { code, message, detail, hint } = store.last;
    const given: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    const known = typeof given === 'object' && given !== null && 'code' in given ? given.code : null;
    if (known !== 'SUP' && known !== code) return response;
    const text =
      known === code && typeof given === 'object' && given !== null && 'message' in given ? given.message : message;
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    headers.set('content-type', 'application/json; charset=utf-8');
    return new Response(JSON.stringify({ code, details: detail, hint, message: text }), {
      status: statusOf(code, role),
      headers,
    });
  };
}

/** PostgREST's table from SQLSTATE to HTTP status. */
function statusOf(code: string, role: Role): number {
  if (code === '42501') return role === 'anon' ? 401 : 403;
  const custom = /^PT(\d{3})$/.exec(code)?.[1];
  if (custom) return Number(custom);
  const exact: Record<string, number> = {
    '23503': 409,
    '23505': 409,
    '25006': 405,
    '42883': 404,
    '42P01': 404,
    '42P17': 500,
    '53400': 500,
    P0001: 400,
  };
  const byClass: Record<string, number> = {
    '08': 503,
    '09': 500,
    '0L': 403,
    '0P': 403,
    '25': 500,
    '28': 403,
    '2D': 500,
    '38': 500,
    '39': 500,
    '3B': 500,
    '40': 500,
    '53': 503,
    '54': 500,
    '55': 500,
    '57': 500,
    '58': 500,
    F0: 500,
    HV: 500,
    P0: 500,
    XX: 500,
  };
  return exact[code] ?? byClass[code.slice(0, 2)] ?? 400;
}
