/** An answer that is not 2xx: `code` is for programs, `message` for people. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Record<string, string> | undefined;

  constructor(status: number, code: string, message: string, fields?: Record<string, string>) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

export const unauthorized = () => new HttpError(401, 'unauthorized', 'Sign in again to continue.');
export const notFound = (what: string) => new HttpError(404, 'not_found', `${what} was not found.`);
export const tooManyRequests = () =>
  new HttpError(429, 'too_many_requests', 'Too many requests. Wait a minute and try again.');
export const vendorUnavailable = (vendor: string) =>
  new HttpError(503, 'vendor_unavailable', `${vendor} cannot be reached at the moment. Try again shortly.`);
