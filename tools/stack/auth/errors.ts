export class AuthError extends Error {
  readonly status: number;
  readonly code: string;
  readonly extra: Record<string, unknown>;

  constructor(status: number, code: string, message: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.extra = extra;
  }

  /** The body that auth-js reads: the code for clients of the dated API, `error_code` and `msg` for older ones. */
  toResponse(): Response {
    const body = { code: this.code, error_code: this.code, message: this.message, msg: this.message, ...this.extra };
    return Response.json(body, { status: this.status, headers: { 'x-supabase-api-version': '2024-01-01' } });
  }
}

export const invalidCredentials = () => new AuthError(400, 'invalid_credentials', 'Invalid login credentials');
export const userBanned = () => new AuthError(400, 'user_banned', 'User is banned');
export const otpExpired = () => new AuthError(403, 'otp_expired', 'Token has expired or is invalid');
export const emailExists = () =>
  new AuthError(422, 'email_exists', 'A user with this email address has already been registered');
export const userNotFound = () => new AuthError(404, 'user_not_found', 'User not found');
