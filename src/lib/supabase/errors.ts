import { AppError } from './app-error';

const machineCode = /^[a-z][a-z0-9_]{2,60}$/;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const number = (value: unknown) => (typeof value === 'number' ? value : undefined);

const statusOf: Record<string, number> = {
  '42501': 403,
  PGRST116: 404,
  PGRST301: 401,
  PGRST303: 401,
  '23505': 409,
  P0001: 400,
};
const codeOfSqlState: Record<string, string> = {
  '42501': 'forbidden',
  PGRST116: 'not_found',
  PGRST301: 'signed_out',
  PGRST303: 'signed_out',
  '23505': 'already_exists',
  '57014': 'timeout',
};

function isNetworkFailure(error: Record<string, unknown>) {
  if (error instanceof TypeError) return true;
  const name = text(error.name);
  if (name === 'AuthRetryableFetchError' || name === 'FunctionsFetchError') return true;
  return /failed to fetch|networkerror|load failed|fetch failed/i.test(text(error.message) ?? '');
}

/** Errors of PostgREST, Auth, Storage, zod and fetch, each told apart by what it carries, become one AppError. */
export function toAppError(error: unknown, requestId: string | null = null): AppError {
  if (error instanceof AppError) return error;
  if (!isRecord(error)) return new AppError('unexpected', { message: String(error) });
  const options = { requestId, cause: error, message: text(error.message) };
  if (error.name === 'AbortError') return new AppError('aborted', options);
  if (error.name === 'TimeoutError') return new AppError('timeout', options);
  if (isNetworkFailure(error)) return new AppError('network', options);
  if (error.name === '$ZodError' || error.name === 'ZodError') return new AppError('unexpected_answer', options);

  const code = text(error.code);
  const status = number(error.status) ?? Number(text(error.statusCode) ?? Number.NaN);
  const known = Number.isFinite(status) ? status : undefined;
  // Our own functions raise P0001 with the machine code as the message.
  if (code === 'P0001') {
    const own = text(error.message);
    return new AppError(own !== undefined && machineCode.test(own) ? own : 'refused', { ...options, status: 400 });
  }
  if (code !== undefined && code in codeOfSqlState) {
    return new AppError(codeOfSqlState[code] ?? 'unexpected', { ...options, status: statusOf[code] ?? known ?? 500 });
  }
  // Auth gives codes such as invalid_credentials and over_email_send_rate_limit.
  if (code !== undefined && machineCode.test(code)) return new AppError(code, { ...options, status: known ?? 400 });
  if (known === 401) return new AppError('signed_out', { ...options, status: 401 });
  if (known === 403) return new AppError('forbidden', { ...options, status: 403 });
  if (known === 404) return new AppError('not_found', { ...options, status: 404 });
  if (known === 429) return new AppError('too_many_requests', { ...options, status: 429 });
  return new AppError('unexpected', { ...options, status: known ?? 500 });
}
