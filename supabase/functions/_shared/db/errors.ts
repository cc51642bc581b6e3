import { z } from 'zod';
import { HttpError } from '../http/errors.ts';

/** What PostgREST sends; `details` carries the text for people that a function raised. */
const postgresErrorSchema = z.object({
  code: z.string().nullish(),
  message: z.string(),
  details: z.string().nullish(),
});

const statusByCode: Record<string, number> = {
  track_not_found: 404,
  order_not_found: 404,
  exam_not_found: 404,
  certificate_not_found: 404,
  invitation_unknown: 404,
  invitation_expired: 410,
  invitation_withdrawn: 410,
  coupon_not_found: 422,
  coupon_expired: 422,
  coupon_not_for_track: 422,
  coupon_used_up: 409,
  too_many_requests: 429,
  already_enrolled: 409,
  attempts_exhausted: 409,
};

/** Postgres' answer as ours. Rules that functions raise by name (P0001) keep that name as the code. */
export function toDatabaseError(error: unknown, status = 0): HttpError {
  const parsed = postgresErrorSchema.safeParse(error);
  if (!parsed.success) return new HttpError(500, 'internal', 'Something went wrong on our side. Try again.');
  const { code, message, details } = parsed.data;
  if (code === 'P0001' && /^[a-z][a-z0-9_]{2,60}$/.test(message)) {
    return new HttpError(statusByCode[message] ?? 409, message, details || message.replaceAll('_', ' '));
  }
  if (code === '42501') return new HttpError(403, 'forbidden', 'You are not allowed to do this.');
  if (code === '23505') return new HttpError(409, 'conflict', 'This exists already.');
  if (code === '40001' || code === '40P01' || code === '55P03' || code === '57014') {
    return new HttpError(503, 'busy', 'The service is busy. Try again.');
  }
  // No code at all: the database was not reached.
  if (!code || status === 0 || status >= 502) {
    return new HttpError(503, 'database_unavailable', 'The service cannot be reached at the moment. Try again.');
  }
  return new DatabaseFault(code, message);
}

/** A fault of ours: the person sees a plain 500, the log sees Postgres' code. */
class DatabaseFault extends HttpError {
  constructor(postgresCode: string, message: string) {
    super(500, 'internal', 'Something went wrong on our side. Try again.');
    this.name = 'DatabaseFault';
    this.stack = undefined;
    this.cause = `${postgresCode} ${message}`;
  }
}
