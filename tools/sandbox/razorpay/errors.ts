import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';

export type RazorpayError = {
  code: 'BAD_REQUEST_ERROR' | 'GATEWAY_ERROR' | 'SERVER_ERROR';
  description: string;
  source?: string;
  step?: string;
  reason?: string;
  field?: string;
  metadata?: Record<string, string>;
};

/** Thrown by the rules, turned into the vendor's error body by the server. */
export class RazorpayFailure extends Error {
  readonly error: RazorpayError;
  readonly status: ContentfulStatusCode;
  constructor(error: RazorpayError, status: ContentfulStatusCode = 400) {
    super(error.description);
    this.error = error;
    this.status = status;
  }
}

export function badRequest(description: string, field?: string): RazorpayFailure {
  return new RazorpayFailure({
    code: 'BAD_REQUEST_ERROR',
    description,
    source: 'business',
    step: 'payment_initiation',
    reason: 'input_validation_failed',
    metadata: {},
    ...(field ? { field } : {}),
  });
}

export const notFound = () => badRequest('The id provided does not exist');

export function serverError() {
  return {
    error: {
      code: 'SERVER_ERROR',
      description: 'The server encountered an unexpected condition and could not complete the request.',
      source: 'NA',
      step: 'NA',
      reason: 'NA',
      metadata: {},
    },
  };
}

export function sendFailure(c: Context, failure: RazorpayFailure) {
  return c.json({ error: failure.error }, failure.status);
}

/** Parses as Razorpay does: the first fault is named with its field, and fields it does not know are refused. */
export function parseRequest<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const unknown = parsed.error.issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown) throw badRequest(`${unknown.keys.join(', ')} is/are not required and should not be sent`);
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.');
  if (issue?.code === 'invalid_type' && issue.input === undefined && field) {
    throw badRequest(`The ${field} field is required.`, field);
  }
  throw badRequest(issue?.message ?? 'The request is invalid.', field || undefined);
}
